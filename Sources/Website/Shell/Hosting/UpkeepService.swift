import Logging
import ServiceLifecycle
import Sightline
import Storage

/// Deletes for good what has lain in the bin for its 30 days, and reminds people of what they are to follow up, every
/// hour for as long as the site runs.
struct UpkeepService: Service {
    let site: Site
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await emptyBin()
                if site.configuration.mail != nil { await site.remind(logger) }
                try? await Task.sleep(for: .seconds(3_600))
            }
        }
    }

    private func emptyBin() async {
        do {
            let context = Context(author: Author(name: Product.name), now: site.clock(), origin: "upkeep")
            let isDue = try await site.database.read {
                try !BinStore.expired(at: context.now, on: $0).isEmpty
            }
            guard isDue else { return }
            let count = try await site.database.write { try BinStore.purgeExpired(context, on: $0) }
            logger.notice("Things in the bin were deleted for good", metadata: ["count": "\(count)"])
        } catch {
            logger.error("The bin could not be emptied", metadata: ["error": "\(ErrorDigest(error))"])
        }
    }
}
