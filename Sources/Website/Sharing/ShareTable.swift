import Markup
import Sightline

/// The things of one kind that units let others see, each with the way to keep it again.
struct ShareTable {
    /// What one of them is called: "measure", "page".
    let noun: String
    /// The field of the form that keeps one.
    let field: String
    let rows: [Row]

    struct Row {
        let id: String
        let title: String
        /// Where it has a page of its own.
        var address: Address?
        let keeperName: String
        let visibility: Visibility
        /// Nil where the record doesn't tell.
        let since: (instant: Timestamp, author: Author)?
    }

    /// - Parameter unit: whose page it is on.
    func html(of unit: Unit.ID, in frame: Frame) -> HTML {
        let summary = PeopleSentences.shared(noun, rows.count)
        guard !rows.isEmpty else { return "<p class=\"muted\">\(summary)</p>" }
        return """
            <p>\(summary)</p>
            <div class="scroll" role="region" aria-labelledby="\(field)s" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">\(noun.capitalised)</th><th scope="col">Belongs to</th>
            <th scope="col">Seen by</th><th scope="col">Since</th><th scope="col">End it</th></tr></thead>
            <tbody>\(rows.map { html(of: $0, on: unit, in: frame) })</tbody></table></div>
            """
    }

    private func html(of row: Row, on unit: Unit.ID, in frame: Frame) -> HTML {
        let since = row.since.map { "\($0.instant.day.words), by \($0.author.name)" } ?? "Not recorded"
        let name: HTML = row.address.map { "<a href=\"\($0.path)\">\(row.title)</a>" } ?? "\(row.title)"
        let button: HTML = """
            <input type="hidden" name="\(field)" value="\(row.id)">
            <button class="link">Keep it to ourselves<span class="visually-hidden">: \(row.title)</span></button>
            """
        return """
            <tr><th scope="row" data-name="\(noun.capitalised)">\(name)</th>\
            <td data-name="Belongs to">\(row.keeperName)</td>\
            <td data-name="Seen by">\(row.visibility.audience)</td><td data-name="Since">\(since)</td>\
            <td>\(frame.form(to: .endedShares(unit), content: button))</td></tr>
            """
    }
}

extension Visibility {
    /// Who sees what has it.
    var audience: String {
        switch self {
        case .unit: "the unit only"
        case .place: "its place"
        case .community: "the community"
        }
    }
}
