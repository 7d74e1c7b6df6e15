import Markup

/// Numbers as Prometheus reads them: text format 0.0.4.
struct MetricsText {
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// - Parameter lettersWaiting: nil where the database doesn't say.
    init(_ counts: Metrics.Counts, lettersWaiting: Int?) {
        head("sightline_build_info", "gauge", "The version that runs.")
        line("sightline_build_info", [("version", Product.version)], 1)
        requests(counts)
        head("sightline_sign_in_attempts_total", "counter", "Attempts to sign in, by way and outcome.")
        for (signIn, count) in counts.signIns.sorted(by: { $0.key < $1.key }) {
            let outcome = signIn.isLetIn ? "let in" : "refused"
            line(
                "sightline_sign_in_attempts_total",
                [("way", signIn.way), ("outcome", outcome)],
                Double(count)
            )
        }
        head("sightline_imports_total", "counter", "Files that were recorded.")
        line("sightline_imports_total", [], Double(counts.imports))
        head("sightline_database_errors_total", "counter", "Requests that failed because of the database.")
        line("sightline_database_errors_total", [], Double(counts.databaseErrors))
        head("sightline_database_up", "gauge", "Whether the database answers.")
        line("sightline_database_up", [], lettersWaiting == nil ? 0 : 1)
        if let lettersWaiting {
            head("sightline_letters_waiting", "gauge", "Letters that wait to be sent.")
            line("sightline_letters_waiting", [], Double(lettersWaiting))
        }
    }

    private mutating func requests(_ counts: Metrics.Counts) {
        head("sightline_http_requests_total", "counter", "Requests answered, by route, method and status.")
        for (request, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
            let labels = [
                ("method", request.method), ("route", request.route), ("status", "\(request.status)"),
            ]
            line("sightline_http_requests_total", labels, Double(count))
        }
        let name = "sightline_http_request_duration_seconds"
        head(name, "histogram", "How long requests took, by route.")
        for (route, durations) in counts.durations.sorted(by: { $0.key < $1.key }) {
            var sum = 0
            for (bound, count) in zip(Metrics.bounds, durations.counts) {
                sum += count
                line("\(name)_bucket", [("route", route), ("le", number(bound))], Double(sum))
            }
            line("\(name)_bucket", [("route", route), ("le", "+Inf")], Double(durations.count))
            line("\(name)_sum", [("route", route)], durations.sum)
            line("\(name)_count", [("route", route)], Double(durations.count))
        }
    }

    private mutating func head(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        text += "\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(number(value))\n"
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
    }
}
