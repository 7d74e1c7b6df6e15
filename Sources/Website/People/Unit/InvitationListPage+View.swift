import Markup
import Sightline

extension InvitationListPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
        <p class="lede">\(summary)</p>
        \(table)
        \(deciding(in: frame))
        </div>
        """
    }

    private var summary: String {
        PeopleSentences.proposed(list.rows.count, wrong: list.rows.count { $0.problem != nil })
    }

    private var table: HTML? {
        guard !list.rows.isEmpty else { return nil }
        let rows = list.rows.map { row -> HTML in
            """
            <tr><td class="number" data-name="Line">\(row.line)</td>\
            <th scope="row">\(row.name)</th><td>\(row.email)</td>\
            <td>\(row.role?.word ?? "")</td><td>\(row.problem ?? "")</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-label="The list" tabindex="0"><table class="carded">
            <thead><tr><th scope="col" class="number">Line</th><th scope="col">Name</th>\
            <th scope="col">E-mail address</th><th scope="col">Role</th><th scope="col">What is wrong</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func deciding(in frame: Frame) -> HTML {
        let form = FormState(["list": text])
        guard !list.hasProblems else {
            let fields: HTML = """
                \(form.paragraph("list", "Mend the list", hint: InvitationList.hint, longest: InvitationList.longest))
                <button>Check it again</button>
                """
            return frame.form(to: .invitations(unit.id), content: fields)
        }
        let fields: HTML = """
            <input type="hidden" name="list" value="\(text)"><input type="hidden" name="confirmed" value="yes">
            <button>Send the invitations</button>
            """
        return """
            \(frame.form(to: .invitations(unit.id), content: fields))
            <p><a href="\(Address.people(unit.id).path)">Send nothing</a></p>
            """
    }
}
