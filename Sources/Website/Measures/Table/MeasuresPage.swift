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
    /// Which page of the table, from 1.
    let number: Int
    /// How many rows a page of it has.
    let length: Length
    let domains: [String]
    let hasMeasures: Bool
    let kept: [KeptMeasures]
    let mayEditMeasures: Bool
    let mayExport: Bool
    let mayRecordData: Bool
    let mayShare: Bool
    /// What all series say together; nil where only some of them are shown.
    let home: UnitHome?
    /// What those say that the filters other than that of variation leave.
    let chance: ChanceCount

    var title: String { "Measures" }
    var section: Section? { .measures }
    var pageCount: Int { length.pages(of: count) }

    /// How many rows a page of the table has: few enough for a phone, unless someone wants a board at once.
    enum Length: Int, CaseIterable {
        case short = 50
        case long = 250

        func pages(of count: Int) -> Int { max(1, (count + rawValue - 1) / rawValue) }
    }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        let measures = reader.measures(for: .read, within: id)
        self.unit = unit
        query = MeasureTableQuery(visit.query, unit: id)
        let found = try MeasureTable.rows(query, for: reader, on: connection)
        count = found.count
        length = Int(visit.query["rows"]).flatMap(Length.init) ?? .short
        // Where only signals are shown, how many chance would give must be asked of all that could be.
        var wider = query
        wider.variation = nil
        chance = ChanceCount(
            of: query.variation == nil ? found : try MeasureTable.rows(wider, for: reader, on: connection)
        )
        home =
            query.isFiltered || found.isEmpty
            ? nil : UnitHome(counting: found, of: id, today: visit.now.day, in: reader.tree)
        number = min(
            max(Int(visit.query["page"]) ?? 1, 1),
            length.pages(of: found.count)
        )
        rows = Array(found.dropFirst((number - 1) * length.rawValue).prefix(length.rawValue))
        domains = Set(measures.map(\.domain)).filter { !$0.isEmpty }.sorted()
        hasMeasures = !measures.isEmpty
        kept = try KeptMeasures.all(within: id, from: reader, on: connection)
        mayExport = visit.may(.export, on: id, in: reader.tree)
        mayEditMeasures = visit.may(.editMeasures, on: id, in: reader.tree)
        mayShare = visit.may(.share, on: id, in: reader.tree)
        mayRecordData = visit.may(.recordData, on: id, in: reader.tree)
    }
}

extension MeasureTableQuery {
    /// Reads what an address asks for; what it can't mean is left out.
    init(_ form: Form, unit: Unit.ID) {
        self.init(unit: unit)
        stakeholder = Stakeholder(rawValue: form["stakeholder"])
        domain = form.optional("domain")
        variation = VariationFilter(rawValue: form["variation"])
        assurance = Assurance(rawValue: form["assurance"])
        search = form["search"]
        sort = Column(rawValue: form["sort"]) ?? .measure
        isDescending = form["order"] == "descending"
        // A form says under which grouping it was shown: only another one is a choice.
        isGroupChosen =
            form["grouped"].isEmpty ? !form["group"].isEmpty : form["grouped"] != Self.word(form["group"])
        // Rows are in order over the whole table where someone asks for an order.
        group = isGroupChosen ? Grouping(rawValue: form["group"]) : form["sort"].isEmpty ? .domain : nil
    }

    /// How a form says what it is grouped by.
    private static func word(_ group: String) -> String { group.isEmpty ? "none" : group }

    /// What a form must say of its grouping; ``init(_:unit:)`` reads it.
    var groupedWord: String { isGroupChosen ? "chosen" : Self.word(group?.rawValue ?? "") }

    /// Whether it says an order of its own.
    var hasSort: Bool { sort != .measure || isDescending || (group == nil && !isGroupChosen) }

    /// Whether it leaves rows out.
    var isFiltered: Bool {
        var plain = MeasureTableQuery(unit: unit)
        (plain.sort, plain.isDescending) = (sort, isDescending)
        (plain.group, plain.isGroupChosen) = (group, isGroupChosen)
        return self != plain
    }

    /// The address that asks for it.
    ///
    /// - Parameters:
    ///   - page: which page of the table; nil for the first.
    ///   - length: how long its pages are.
    func address(page: Int? = nil, _ length: MeasuresPage.Length) -> String {
        Address.measures(unit).path([
            "search": search.isEmpty ? nil : search,
            "stakeholder": stakeholder?.rawValue,
            "domain": domain,
            "variation": variation?.rawValue,
            "assurance": assurance?.rawValue,
            "group": isGroupChosen ? group?.rawValue : nil,
            "grouped": isGroupChosen ? "chosen" : nil,
            "sort": hasSort ? sort.rawValue : nil,
            "order": isDescending ? "descending" : nil,
            "rows": length == .short ? nil : "\(length.rawValue)",
            "page": page.map(String.init),
        ])
    }
}
