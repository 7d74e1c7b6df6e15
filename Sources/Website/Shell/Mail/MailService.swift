package import Logging
import ServiceLifecycle
import Sightline
import Storage

/// Sends the letters that wait, for as long as the site runs.
package struct MailService: Service {
    let site: Site
    let delivery: MailDelivery
    let logger: Logger

    package init(site: Site, delivery: MailDelivery, logger: Logger) {
        self.site = site
        self.delivery = delivery
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sendDue()
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }

    /// Sends those whose turn it is; one that can't be sent waits, and the log says why without saying to whom.
    package func sendDue() async {
        do {
            let now = site.clock()
            for mail in try await site.database.read({ try MailStore.due(at: now, on: $0) }) {
                do {
                    try await delivery.send(mail)
                    try await site.database.write { try MailStore.delete(mail.id, on: $0) }
                } catch {
                    let problem = MailDelivery.words(error)
                    logger.warning("A letter could not be sent", metadata: ["error": "\(problem)"])
                    let waits = try await site.database.write {
                        try MailStore.postpone(mail, because: problem, at: now, on: $0)
                    }
                    if !waits { logger.error("A letter was given up", metadata: ["error": "\(problem)"]) }
                }
            }
        } catch {
            logger.error("Letters could not be read", metadata: ["error": "\(ErrorDigest(error))"])
        }
    }
}
