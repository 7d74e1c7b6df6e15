import Synchronization

/// What the server has done since it started, in numbers: nothing that names a person, a unit or a thing.
final class Metrics: Sendable {
    /// A request's shape and its end.
    struct Request: Hashable, Comparable {
        var method: String
        /// The pattern of the address, never the address; empty where there is none of that shape.
        var route: String
        var status: Int

        static func < (left: Request, right: Request) -> Bool {
            (left.route, left.method, left.status) < (right.route, right.method, right.status)
        }
    }

    /// How long requests of one shape took.
    struct Durations {
        /// Those of at most each bound's seconds, besides those of a smaller bound's.
        var counts = Array(repeating: 0, count: Metrics.bounds.count)
        var count = 0
        var sum = 0.0
    }

    /// A way to sign in, and whether it let someone in.
    struct SignIn: Hashable, Comparable {
        var way: String
        var isLetIn: Bool

        static func < (left: SignIn, right: SignIn) -> Bool {
            (left.way, left.isLetIn ? 1 : 0) < (right.way, right.isLetIn ? 1 : 0)
        }
    }

    struct Counts {
        var requests: [Request: Int] = [:]
        var durations: [String: Durations] = [:]
        var signIns: [SignIn: Int] = [:]
        var imports = 0
        var databaseErrors = 0
    }

    /// In seconds.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let state = Mutex(Counts())

    var counts: Counts { state.withLock { $0 } }

    func countDatabaseError() { state.withLock { $0.databaseErrors += 1 } }

    /// Counts a request that was answered.
    func count(_ method: String, _ route: String, status: Int, seconds: Double) {
        let request = Request(method: method, route: route, status: status)
        state.withLock { counts in
            counts.requests[request, default: 0] += 1
            var durations = counts.durations[route] ?? Durations()
            durations.count += 1
            durations.sum += seconds
            if let index = Self.bounds.firstIndex(where: { seconds <= $0 }) { durations.counts[index] += 1 }
            counts.durations[route] = durations
            if let way = Self.signIns["\(method) \(route)"] {
                counts.signIns[SignIn(way: way, isLetIn: status == 303), default: 0] += 1
            }
            if Self.imports.contains("\(method) \(route)"), status == 303 { counts.imports += 1 }
        }
    }

    /// The requests that are attempts to sign in; each is answered with a redirect when it let someone in.
    private static let signIns: [String: String] = [
        "POST \(Address.signIn.pattern)": "password",
        "POST \(Address.signInLink(.example).pattern)": "link",
        "GET \(Address.providerReturn(.example).pattern)": "provider",
        "POST \(Address.invitation(.example).pattern)": "invitation",
        "POST \(Address.passwordReset(.example).pattern)": "reset",
    ]

    /// The requests that record what a file holds.
    private static let imports: Set<String> = ["POST \(Address.pendingImport(.example, .example).pattern)"]
}
