package import Logging
import Sightline
import Storage

extension Site {
    /// Writes the letters to those who are to follow something up; each decision is told at most twice.
    package func remind(_ logger: Logger) async {
        let context = Context(author: Author(name: Product.name), now: clock(), origin: "upkeep")
        let base = configuration.publicAddress
        do {
            let isDue = try await database.read { try !Reminders.letters(at: context.now, on: $0).isEmpty }
            guard isDue else { return }
            let count = try await database.write {
                try Reminders.post(context, address: { base + $0.address.path }, on: $0)
            }
            logger.notice("Reminders were written", metadata: ["count": "\(count)"])
        } catch {
            logger.error("Reminders could not be written", metadata: ["error": "\(ErrorDigest(error))"])
        }
    }
}
