import Logging
import ServiceLifecycle
import Sightline
import Storage

/// Sends the letters that wait, for as long as the site runs.
struct MailService: Service {
    let site: Site
    let delivery: MailDelivery
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sendDue()
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// Sends those whose turn it is; one that can't be sent waits, and the log says why without saying to whom.
    func sendDue() async {
        do {
            let now = site.clock()
            for mail in try await site.database.read({ try MailStore.due(at: now, on: $0) }) {
                do {
                    try await delivery.send(mail)
                    try await site.database.write { try MailStore.delete(mail.id, on: $0) }
                } catch {
                    logger.warning("A letter could not be sent", metadata: ["error": "\(ErrorDigest(error))"])
                    try await site.database.write { try MailStore.postpone(mail, at: now, on: $0) }
                }
            }
        } catch {
            logger.error("Letters could not be read", metadata: ["error": "\(ErrorDigest(error))"])
        }
    }
}
