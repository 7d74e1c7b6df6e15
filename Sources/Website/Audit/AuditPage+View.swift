import Exchange
import Markup
import Sightline
import Statistics
import Storage

extension AuditPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
        <p>Records are added and never changed. Each carries a hash of the one before, which \
        <code>sightline audit verify</code> checks.</p>
        \(filters)
        <p role="status">\(found)</p>
        \(records.isEmpty ? nil : table)
        \(records.count == Self.shown ? more : nil)
        <p class="downloads">\
        \(TableFormat.links("Download these") { Address.auditFile(unit.id, $0).path(query) })</p>
        </div>
        """
    }

    private var found: String {
        ListSentences.audit(
            records.count,
            from: records.last?.instant,
            to: records.first?.instant,
            isMore: records.count == Self.shown
        )
    }

    private var query: KeyValuePairs<String, String?> {
        [
            "search": filter.text.isEmpty ? nil : filter.text, "act": filter.act?.rawValue,
            "from": filter.from?.description, "to": filter.to?.description,
        ]
    }

    private var filters: HTML {
        let form = FormState([
            "search": filter.text, "act": filter.act?.rawValue ?? "", "from": filter.from?.description ?? "",
            "to": filter.to?.description ?? "",
        ])
        let acts = [(value: "", label: "Anything")] + AuditEntry.Act.allCases.map { ($0.rawValue, $0.word) }
        return """
            <form class="filters" method="get" action="\(Address.audit(unit.id).path)" role="search">
            \(form.text("search", "Who or what"))
            \(form.choice("act", "What was done", of: acts))
            \(form.text("from", "From", options: .init(type: .date)))
            \(form.text("to", "To", options: .init(type: .date)))
            <button>Show</button></form>
            """
    }

    private var table: HTML {
        let rows = records.map { record -> HTML in
            let subject = record.entry.subject
            let changes = record.entry.changes.map(\.words).joined(separator: "; ")
            return """
                <tr><td class="number">\(record.instant.words)</td><td>\(record.author.name)</td>\
                <td data-name="What was done">\(record.entry.act.word)</td>\
                <td data-name="To what">\(subject.kind.word): \(subject.name)</td>\
                <td>\(subject.unit.flatMap { unitNames[$0] } ?? "")</td><td>\(changes)</td>\
                <td data-name="From where">\(record.origin)</td></tr>
                """
        }
        return """
            <div class="scroll" role="region" aria-label="Audit trail" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What was done</th>\
            <th scope="col">To what</th><th scope="col">Unit</th><th scope="col">What was, what is</th>\
            <th scope="col">From where</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var more: HTML? {
        records.last.map { last in
            var pairs = query.map { ($0.key, $0.value) }
            pairs.append(("before", "\(last.sequence)"))
            let text = pairs.compactMap { name, value in
                value.map { "\(PercentEncoding.encode(name))=\(PercentEncoding.encode($0))" }
            }.joined(separator: "&")
            return "<p><a href=\"\(Address.audit(unit.id).path)?\(text)\">Earlier records</a></p>"
        }
    }
}
