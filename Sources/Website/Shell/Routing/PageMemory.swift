import Markup
import Sightline
import Storage

/// The contents of pages that were written lately, each for one session, address and minute, kept for as long as the
/// database stays as it was: a table of hundreds of series is read far more often than it changes.
struct PageMemory: Sendable {
    /// All that a page's content depends on beside the database.
    struct Key: Hashable {
        /// The path and the query that were asked for.
        let place: String
        /// The forms of a page hold its session's token.
        let formToken: String?
        /// What a page says of the present holds for as long.
        let minute: Int64
    }

    /// Where a page that is about to be written will be kept.
    struct Slot {
        fileprivate let key: Key
        fileprivate let mark: String
    }

    private struct Entry {
        let page: WrittenPage
        /// The kept measures that it was made of, which the trail must tell every reading of.
        let measures: [Measure]
    }

    private let memory = Memory<Key, Entry>(limit: 64)
    /// A longer page is written anew each time, so that all of them together don't fill the memory.
    private static let mostBytes = 1 << 20

    /// The slot of a visit's page; nil where it can't be kept, since a form comes back with it or data may change.
    func slot(for arrival: Arrival, _ visit: Visit, on connection: any SQLConnection) throws -> Slot? {
        guard visit.frame.draft == nil, let mark = try connection.dataMark() else { return nil }
        let minute = visit.now.microseconds / 60_000_000
        let key = Key(place: arrival.place, formToken: visit.frame.formToken, minute: minute)
        return Slot(key: key, mark: mark)
    }

    /// The page of a slot, if it is known; the visit's log takes down what it tells.
    func page(in slot: Slot, for visit: Visit) -> WrittenPage? {
        guard let entry = memory.known(slot.key, at: slot.mark) else { return nil }
        visit.reads.note(entry.measures)
        return entry.page
    }

    /// Writes a page, and keeps it.
    func written(_ page: some Page, in slot: Slot, for visit: Visit) -> WrittenPage {
        let written = WrittenPage(page, in: visit.frame)
        if written.content.bytes.count <= Self.mostBytes {
            let entry = Entry(page: written, measures: visit.reads.measures)
            memory.keep(entry, for: slot.key, at: slot.mark)
        }
        return written
    }
}

/// A page whose content has been written.
struct WrittenPage: Page {
    let title: String
    let section: Section?
    let isBare: Bool
    fileprivate let content: HTML

    init(_ page: some Page, in frame: Frame) {
        title = page.title
        section = page.section
        isBare = page.isBare
        content = page.content(in: frame)
    }

    func content(in frame: Frame) -> HTML { content }
}
