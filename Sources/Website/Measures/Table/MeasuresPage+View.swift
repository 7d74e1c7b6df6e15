import Drawing
import Exchange
import Markup
import Sightline
import Statistics
import Storage

extension MeasuresPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div class="title"><div><p class="kicker">\(unit.name)</p><h1>Measures</h1></div>
        \(mayEditMeasures ? adding : nil)</div>
        <div class="table-tools">\(hasMeasures ? filters : nil)<p class="muted">\(found)</p></div>
        \(table)
        \(mayExport && count > 0 ? exporting : nil)
        <p><a href="\(Address.packs(.list(unit.id)).path)">Packs of measures</a></p>
        \(mayShare ? sharing : nil)
        \(KeptMeasures.note(kept))
        </div>
        """
    }

    private var adding: HTML {
        "<a class=\"button\" href=\"\(Address.newMeasure(unit.id).path)\">Add a measure</a>"
    }

    private var exporting: HTML {
        """
        <p class="downloads">\(TableFormat.links("Download all numbers") { Address.observations(unit.id, $0).path })</p>
        """
    }

    private var sharing: HTML {
        "<p><a href=\"\(Address.sharing(unit.id).path)\">What we share</a></p>"
    }

    private var filters: HTML {
        let state = FormState([
            "search": query.search,
            "stakeholder": query.stakeholder?.rawValue ?? "",
            "domain": query.domain ?? "",
            "variation": query.variation?.rawValue ?? "",
            "assurance": query.assurance?.rawValue ?? "",
            "group": query.group?.rawValue ?? "",
        ])
        let any = (value: "", label: "All")
        // The table is what people came for: on a phone the filters wait until they are asked for.
        let variations = VariationFilter.allCases.map { (value: $0.rawValue, label: $0.words) }
        let open: HTML = query.isFiltered ? " open" : ""
        let sort: HTML? =
            !query.hasSort
            ? nil
            : """
            <input type="hidden" name="sort" value="\(query.sort.rawValue)">
            <input type="hidden" name="order" value="\(query.isDescending ? "descending" : "ascending")">
            """
        let rows: HTML? =
            length == .short ? nil : "<input type=\"hidden\" name=\"rows\" value=\"\(length.rawValue)\">"
        let clearing: HTML? =
            query.isFiltered ? "<a href=\"\(Address.measures(unit.id).path)\">Clear filters</a>" : nil
        return """
            <details class="filtering"\(open)><summary>Find, filter and group</summary>
            <form class="filters" method="get" action="\(Address.measures(unit.id).path)" role="search">
            \(state.text("search", "Find"))
            \(state.choice("stakeholder", "For", of: [any] + Stakeholder.allCases.map { ($0.rawValue, $0.plural) }))
            \(state.choice("domain", "About", of: [any] + domains.map { ($0, $0) }))
            \(state.choice("variation", "Variation", of: [any] + variations))
            \(state.choice("assurance", "Target", of: [any] + Self.assurances.map { ($0.rawValue, Icon($0).title) }))
            \(state.choice("group", "Group by", of: [(value: "", label: "Nothing")]
                + MeasureTableQuery.Grouping.allCases.map { ($0.rawValue, $0.words) }))
            <input type="hidden" name="grouped" value="\(query.groupedWord)">\(sort)\(rows)
            <p class="actions"><button>Show</button>\(clearing)</p></form></details>
            """
    }

    private static let assurances = [Assurance.failing, .hitOrMiss, .passing, .noTarget]

    private var table: HTML {
        guard !rows.isEmpty else { return empty }
        var body = HTML()
        body.reserveCapacity(rows.count * 1_500)
        var heading: String?
        for row in rows {
            let next = query.heading(of: row)
            if query.group != nil, next != heading {
                heading = next
                body += """
                    <tr class="group"><th scope="rowgroup" colspan="8">\(query.title(of: row))</th></tr>
                    """
            }
            body += MeasuresPage.row(row)
        }
        return """
            \(Icon.definitions)
            <div class="scroll wide" role="region" aria-label="Measures" tabindex="0">
            <table class="measures"><thead><tr>\(heads)</tr></thead><tbody>\(body)</tbody></table></div>
            \(pages)
            """
    }

    /// How many there are, and what they say together.
    private var found: String {
        guard !rows.isEmpty else { return "" }
        let first = (number - 1) * length.rawValue + 1
        return pageCount == 1 ? all : "\(all) \(ListSentences.rows(rows.count, from: first))"
    }

    private var all: String {
        if let home { return home.summary }
        return ListSentences.series(found: count, chance.sentence, amongAll: query.variation != nil)
    }

    private var empty: HTML {
        guard hasMeasures else {
            return """
                <section class="panel"><h2>Nothing is counted yet</h2><p>A measure says what is counted, \
                why it matters and
                which way is better. \(mayEditMeasures ? adding : nil)</p></section>
                """
        }
        return query.isFiltered
            ? """
            <section class="panel"><h2>No series fits</h2><p><a \
            href="\(Address.measures(unit.id).path)">Show all</a>.</p></section>
            """
            : """
            <section class="panel"><h2>No numbers yet</h2>
            <p>There are measures, but no data of \(unit.name) or below it. \
            \(mayRecordData ? importing : nil)</p></section>
            """
    }

    private var importing: HTML { "<a href=\"\(Address.imports(unit.id).path)\">Import some</a>." }

    private var heads: HTML {
        let fixed: HTML = "<th scope=\"col\">Recently</th>"
        return """
            \(head(.measure, "Measure"))\(head(.unit, "Unit"))\(fixed)\(latestHead)\
            \(head(.target, "Target", isNumber: true))\(head(.variation, "Variation"))\(head(.assurance, "Assurance"))\
            \(head(.lastSignal, "Last signal", isNumber: true))
            """
    }

    /// A column's name as a link that sorts by it, the other way round where it sorts already.
    private func head(_ column: MeasureTableQuery.Column, _ name: String, isNumber: Bool = false) -> HTML {
        let style: HTML = isNumber ? " class=\"number\"" : ""
        return "<th scope=\"col\"\(style)\(state(of: column))>\(sortLink(column, name))</th>"
    }

    /// One column with two orders: by the values themselves, and by how new they are.
    private var latestHead: HTML {
        let state = query.sort == .latest ? state(of: .latest) : state(of: .value)
        return """
            <th scope="col" class="number"\(state)>\(sortLink(.value, "Latest value")) \
            \(sortLink(.latest, "and period"))</th>
            """
    }

    private func state(of column: MeasureTableQuery.Column) -> HTML {
        guard isSorted(by: column) else { return "" }
        return query.isDescending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\""
    }

    /// Rows in groups of the table's own are in no order that anyone asked for.
    private func isSorted(by column: MeasureTableQuery.Column) -> Bool {
        query.sort == column && (query.hasSort || query.isGroupChosen)
    }

    private func sortLink(_ column: MeasureTableQuery.Column, _ name: String) -> HTML {
        var other = query
        let isSorted = isSorted(by: column)
        other.sort = column
        other.isDescending = isSorted ? !query.isDescending : column == .latest || column == .lastSignal
        if !query.isGroupChosen { other.group = nil }
        let style: HTML = isSorted ? " class=\"sorted\"" : ""
        return "<a\(style) href=\"\(other.address(length))\">\(name)</a>"
    }

    private var pages: HTML? {
        guard pageCount > 1 else {
            return length == .long && count > Length.short.rawValue ? lengths : nil
        }
        let links = (1...pageCount).map { page -> HTML in
            let current: HTML = page == number ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(query.address(page: page, length))\"\(current)>\(page)</a></li>"
        }
        return "<nav class=\"pages\" aria-label=\"Pages of the table\"><ol>\(links)</ol>\(lengths)</nav>"
    }

    /// Longer pages for who wants a board at once, and back.
    private var lengths: HTML {
        let other: Length = length == .short ? .long : .short
        let words =
            other == .short
            ? "\(other.rawValue) rows a page"
            : count <= other.rawValue ? "All \(count) rows" : "\(other.rawValue) rows a page"
        return "<p><a href=\"\(query.address(other))\">\(words)</a></p>"
    }
}
