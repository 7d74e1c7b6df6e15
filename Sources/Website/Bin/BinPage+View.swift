import Markup
import Sightline
import Storage

extension BinPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1>
        <p>What was deleted shows nowhere else. It can be taken out for \(BinItem.keptDays) days, with everything that \
        belongs to it; then it is deleted for good.</p></div>
        \(problem.map { "<p class=\"error-summary\" role=\"alert\">\($0)</p>" as HTML })
        <p>\(ListSentences.bin(rows.map { ($0.item.instant, $0.item.expires) }))</p>
        \(rows.isEmpty ? nil : table(in: frame))
        </div>
        """
    }

    private func table(in frame: Frame) -> HTML {
        let rows = rows.map { row -> HTML in
            let item = row.item
            return """
                <tr><th scope="row" class="prose" data-name="\(item.kind.word)">\(item.name)</th>\
                <td data-name="What it is">\(item.kind.word)</td><td data-name="Of">\(row.unitName)</td>\
                <td data-name="Deleted by">\(item.author.name)</td><td data-name="On">\(item.instant.day.words)</td>\
                <td data-name="Why" class="prose">\(item.reason)</td>\
                <td data-name="Until">\(item.expires.day.words)</td><td>\(buttons(for: row, in: frame))</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-label="Bin" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">Name</th><th scope="col">What it is</th><th scope="col">Of</th>\
            <th scope="col">Deleted by</th><th scope="col">On</th><th scope="col">Why</th>\
            <th scope="col">Kept until</th><th scope="col">What to do</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func buttons(for row: Row, in frame: Frame) -> HTML {
        let name: HTML = "<span class=\"visually-hidden\">: \(row.item.name)</span>"
        let restore = frame.form(
            to: .restoredItem(unit.id, row.item.id),
            content: "<button class=\"link\">Take it out\(name)</button>"
        )
        guard row.mayPurge else { return restore }
        let purge = frame.form(
            to: .purgedItem(unit.id, row.item.id),
            content: """
                <button class="link">Delete it for good now\(name)</button>
                """
        )
        return "\(restore)<details><summary>More</summary><p>This can’t be undone.</p>\(purge)</details>"
    }
}

extension BinItem.Kind {
    var word: String {
        switch self {
        case .measure: "Measure"
        case .series: "Series"
        case .phase: "Phase"
        case .annotation: "Note"
        case .unit: "Unit"
        case .programme: "Programme"
        case .cycle: "Cycle"
        case .review: "Review"
        case .decision: "Decision"
        case .story: "Story or learning note"
        case .activity: "Activity"
        case .pack: "Pack"
        case .report: "Written page"
        case .snapshot: "Snapshot of a page"
        }
    }
}
