import Sightline
import Storage

/// The letters that couldn't be sent so far, and why: nothing of whom they are to or what is in them, since they may
/// hold links that sign people in, of organisations that look after their people by themselves.
struct WaitingLettersPage: Page {
    let failing: [Mail]
    /// All that wait, those whose turn hasn't come yet among them.
    let count: Int

    var title: String { "Letters" }
    var section: Section? { .people }

    init(on connection: any SQLConnection) throws {
        failing = try MailStore.failing(on: connection)
        count = try MailStore.count(on: connection)
    }
}
