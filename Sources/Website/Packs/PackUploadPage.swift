import Exchange
import Sightline
import Statistics
import Storage

/// Where a pack is sent, and what it says before it is kept.
struct PackUploadPage: Page {
    let unit: Unit
    let today: Day
    var form: FormState
    /// What was sent; nil where nothing was.
    var reading: PackReading?
    /// The pack of the unit that has its name: what was sent would be its next version.
    var before: Pack?
    /// What is different from that.
    var comparison: PackComparison?
    /// Whether somebody kept a version since its sender looked.
    var isStale = false

    var title: String {
        reading?.content.map { "Look at “\($0.header.title)”" } ?? "Send a pack"
    }
    var section: Section? { .measures }

    /// What a form says when what it holds is to be kept, and not only looked at.
    static let keep = "keep"

    init(
        in id: Unit.ID,
        _ form: FormState = FormState(),
        for visit: Visit,
        on connection: any SQLConnection
    )
        throws
    {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        self.form = form
        today = visit.now.day
    }

    /// The page that shows what a text says.
    init(
        showing reading: PackReading,
        in id: Unit.ID,
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        try self.init(in: id, for: visit, on: connection)
        self.reading = reading
        form.typed.set(reading.text, for: "pack-text")
        guard let name = reading.content?.header.name else { return }
        before = try PackStore.find(name: name, of: id, on: connection)
        form.typed.set("\(before?.newest.number ?? 0)", for: "seen")
        if let before, let content = reading.content {
            comparison = try PackComparison(of: content, with: before, before.newest.number, on: connection)
        }
    }
}
