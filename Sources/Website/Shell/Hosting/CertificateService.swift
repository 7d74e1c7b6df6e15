package import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
package import Sightline
import Synchronization
import UnixSignals

/// Holds the certificate that the site shows, and reads it anew when the process gets SIGHUP.
package final class CertificateService: Service {
    private let files: TLSFiles
    private let logger: Logger
    private let clock: @Sendable () -> Timestamp
    private let content: Mutex<TLSFiles.Content>

    /// - Throws: ``SettingError``.
    package init(_ files: TLSFiles, logger: Logger, clock: @escaping @Sendable () -> Timestamp) throws {
        self.files = files
        self.logger = logger
        self.clock = clock
        let read = try files.read()
        content = Mutex(read)
        warn(of: read)
    }

    /// What the server listens with: TLS 1.2 or newer, with the certificate that is current when someone connects.
    var configuration: TLSConfiguration {
        var configuration = content.withLock { $0 }.configuration
        configuration.minimumTLSVersion = .tlsv12
        configuration.sslContextCallback = { [self] _, promise in
            let current = content.withLock { $0 }
            var shown = NIOSSLContextConfigurationOverride()
            shown.certificateChain = current.chain.map { .certificate($0) }
            shown.privateKey = .privateKey(current.key)
            promise.succeed(shown)
        }
        return configuration
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) { self.readAgain() }
        }
    }

    /// Keeps the certificate that it has where the files hold no better one.
    package func readAgain() {
        do {
            let read = try files.read()
            content.withLock { $0 = read }
            logger.notice("The certificate was read anew", metadata: ["until": "\(read.expires)"])
            warn(of: read)
        } catch {
            logger.error("The certificate stays as it was", metadata: ["error": "\(error)"])
        }
    }

    private func warn(of content: TLSFiles.Content) {
        if let warning = content.warning(at: clock()) { logger.warning("\(warning)") }
    }
}
