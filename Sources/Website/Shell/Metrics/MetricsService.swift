import Glibc
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Serves the numbers beside the site, and says by which options when it can't.
struct MetricsService: Service {
    let site: Site
    let place: MetricsPlace
    let logger: Logger

    func run() async throws {
        do {
            try await MetricsServer.application(site, at: place, logger: logger).run()
        } catch let error as IOError {
            throw failure(String(cString: strerror(error.errnoCode)))
        } catch is SocketAddressError.UnknownHost {
            throw failure("there is no such host")
        }
    }

    private func failure(_ reason: String) -> ListeningFailure {
        ListeningFailure(
            host: place.host,
            port: place.port,
            reason: reason,
            options: "--metrics-host and --metrics-port"
        )
    }
}
