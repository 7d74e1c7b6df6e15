import Sightline
import Statistics
import Storage

/// The table of measures: one row a series of the unit and of everything below it.
struct MeasuresPage: Page {
    let unit: Unit
    let query: MeasureTableQuery
    /// Those on this page of the table, in order.
    let rows: [MeasureTable.Row]
    /// All that the query finds.
    let count: Int
    /// Which hundred of hundreds, from 1.
    let number: Int
    let domains: [String]
    let hasMeasures: Bool
    let kept: [KeptMeasures]
    let mayEditMeasures: Bool
    let mayExport: Bool
    let mayRecordData: Bool
    /// What all series say together; nil where only some of them are shown.
    let home: UnitHome?

    var title: String { "Measures" }
    var section: Section? { .measures }
    var pageCount: Int { max(1, (count + Self.rowsShown - 1) / Self.rowsShown) }

    /// Enough for a board; a whole country goes on over pages.
    static let rowsShown = 250

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        let measures = reader.measures(for: .read, within: id)
        self.unit = unit
        query = MeasureTableQuery(visit.query, unit: id)
        let found = try MeasureTable.rows(query, for: reader, on: connection)
        count = found.count
        home =
            query.isFiltered || found.isEmpty
            ? nil : try UnitHome(of: id, today: visit.now.day, length: 0, for: reader, on: connection)
        number = min(
            max(Int(visit.query["page"]) ?? 1, 1),
            max(1, (found.count + Self.rowsShown - 1) / Self.rowsShown)
        )
        rows = Array(found.dropFirst((number - 1) * Self.rowsShown).prefix(Self.rowsShown))
        domains = Set(measures.map(\.domain)).filter { !$0.isEmpty }.sorted()
        hasMeasures = !measures.isEmpty
        kept = try KeptMeasures.all(within: id, from: reader, on: connection)
        mayExport = visit.may(.export, on: id, in: reader.tree)
        mayEditMeasures = visit.may(.editMeasures, on: id, in: reader.tree)
        mayRecordData = visit.may(.recordData, on: id, in: reader.tree)
    }
}

extension MeasureTableQuery {
    /// Reads what an address asks for; what it can't mean is left out.
    init(_ form: Form, unit: Unit.ID) {
        self.init(unit: unit)
        stakeholder = Stakeholder(rawValue: form["stakeholder"])
        domain = form.optional("domain")
        variation = Variation(rawValue: form["variation"])
        assurance = Assurance(rawValue: form["assurance"])
        search = form["search"]
        sort = Column(rawValue: form["sort"]) ?? .measure
        isDescending = form["order"] == "descending"
        group = form["group"].isEmpty && form["grouped"].isEmpty ? .domain : Grouping(rawValue: form["group"])
    }

    /// Whether it leaves rows out.
    var isFiltered: Bool {
        var plain = MeasureTableQuery(unit: unit)
        (plain.sort, plain.isDescending, plain.group) = (sort, isDescending, group)
        return self != plain
    }

    /// The address that asks for it.
    ///
    /// - Parameter page: which page of the table; nil for the first.
    func address(page: Int? = nil) -> String {
        Address.measures(unit).path([
            "search": search.isEmpty ? nil : search,
            "stakeholder": stakeholder?.rawValue,
            "domain": domain,
            "variation": variation?.rawValue,
            "assurance": assurance?.rawValue,
            "group": group?.rawValue,
            "grouped": group == nil ? "no" : nil,
            "sort": sort == .measure ? nil : sort.rawValue,
            "order": isDescending ? "descending" : nil,
            "page": page.map(String.init),
        ])
    }
}
