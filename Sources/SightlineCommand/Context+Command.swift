import FoundationEssentials
import Sightline

extension Context {
    /// Of a change that a command makes; the audit trail says which user of the machine ran it.
    ///
    /// - Parameter author: who it is put down to; the user unless given.
    static func ofCommand(author: String? = nil) -> Context {
        let user = ProcessInfo.processInfo.userName
        return Context(
            author: Author(name: author ?? user),
            now: .now,
            origin: "command line, user \(user)"
        )
    }
}
