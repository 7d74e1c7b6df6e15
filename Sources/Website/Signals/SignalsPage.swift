import Sightline
import Statistics
import Storage

/// The ledger: all signals of a unit and of those below it, what most deserves attention first.
struct SignalsPage: Page {
    let unit: Unit
    let query: LedgerQuery
    let reading: LedgerReading
    let pace: LedgerPace
    /// Those on this page of the list, in order.
    let entries: [LedgerEntry]
    /// All that the query finds.
    let count: Int
    /// Which page of the list, from 1.
    let number: Int
    let today: Day
    let visitor: Person.ID?
    /// The series of the unit itself, for a signal that someone raises by hand.
    let series: [MeasureTable.Row]
    let mayAnnotate: Bool
    let kept: [KeptMeasures]
    var form: FormState

    var title: String { "Signals" }
    var section: Section? { .signals }
    var pageCount: Int { max(1, (count + Self.length - 1) / Self.length) }

    static let length = 50

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        visitor = visit.account?.person.id
        query = LedgerQuery(visit.query, visitor: visitor)
        reading = try LedgerStore.reading(of: id, for: reader, on: connection)
        today = visit.now.day
        let recent = today.advanced(by: -365) ?? today
        pace = LedgerPace(
            reading,
            since: recent,
            decided: try LedgerStore.decisions(
                about: reading.entries.filter { $0.state != .new },
                on: connection
            )
        )
        let selected = query.select(reading.entries, on: today)
        count = selected.count
        number = min(max(Int(visit.query["page"]) ?? 1, 1), max(1, (count + Self.length - 1) / Self.length))
        entries = Array(selected.dropFirst((number - 1) * Self.length).prefix(Self.length))
        mayAnnotate = visit.may(.annotate, on: id, in: reader.tree)
        series =
            mayAnnotate
            ? try MeasureTable.rows(MeasureTableQuery(unit: id), for: reader, on: connection).filter {
                $0.unit.id == id && reader.may(.annotate, $0.measure, in: id)
            } : []
        kept = try KeptMeasures.all(within: id, from: reader, on: connection)
        form = FormState([
            "day": today.description, "strand": Strand.results.rawValue,
            "meaning": Signal.Meaning.unwanted.rawValue,
        ])
    }
}

extension LedgerQuery {
    /// Reads what an address asks for; what it can't mean is left out.
    init(_ form: Form, visitor: Person.ID?) {
        self.init()
        states = States(rawValue: form["state"]) ?? .open
        meaning = Signal.Meaning(rawValue: form["meaning"])
        switch form["show"] {
        case "mine": owner = visitor
        case "overdue": isOverdueOnly = true
        default: break
        }
    }

    /// How an address says whose it asks for.
    var shownWord: String { isOverdueOnly ? "overdue" : owner == nil ? "" : "mine" }

    /// The address that asks for it.
    func address(of unit: Unit.ID, page: Int? = nil) -> String {
        let shown = shownWord
        return Address.signals(unit).path([
            "state": states == .open ? nil : states.rawValue,
            "meaning": meaning?.rawValue,
            "show": shown.isEmpty ? nil : shown,
            "page": page.map(String.init),
        ])
    }
}
