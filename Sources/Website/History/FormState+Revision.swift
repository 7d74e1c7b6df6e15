import Markup
import Sightline

extension FormState {
    /// A form that changes a thing, filled in with what it says now.
    ///
    /// - Parameter names: the fields that it asks for; nil for all.
    init(_ fields: [Revision.Field], asking names: [String]? = nil, revision: Int) {
        self.init()
        for field in fields where names?.contains(field.name) ?? true {
            typed.set(field.value, for: field.name)
        }
        typed.set(String(revision), for: Edit.revision)
    }

    /// Which revision the form was made from, and, where someone changed the thing since, both versions; it goes first
    /// into a form that changes a thing.
    var origin: HTML {
        """
        <input type="hidden" name="\(Edit.revision)" value="\(typed[Edit.revision])">\(conflict?.html)
        """
    }
}

extension FormState {
    /// What was sent of some fields that the form doesn't show, so that sending it again sends them too.
    func carrying(_ names: [String]) -> [HTML] {
        typed.fields.filter { names.contains($0.name) }.map { field in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        }
    }
}

extension Form {
    /// Which of a thing's fields the form was sent with.
    func names(among fields: [Revision.Field]) -> [String] {
        let sent = Set(self.fields.map(\.name))
        return fields.map(\.name).filter(sent.contains)
    }
}

extension Conflict {
    fileprivate var html: HTML {
        let when = instant.map { ", \($0.words)" } ?? ""
        let who = author.isEmpty ? "Someone else" : author
        let rows = rows.map { row -> HTML in
            """
            <tr><th scope="row">\(FormState.label(of: row.field))</th><td data-name="It was">\(row.was)</td>\
            <td data-name="Theirs">\(row.theirs)</td><td data-name="Yours">\(row.yours)</td>\
            <td data-name="Which">\(row.choice)</td></tr>
            """
        }
        return """
            <div class="error-summary" role="alert" tabindex="-1">
            <h2>\(who) changed this while you were at it</h2>
            <p>Nothing of yours has been saved yet\(when.isEmpty ? "" : ": theirs was saved on \(when.dropFirst(2))"). \
            What you typed is in the form below. Choose field by field, change what you like, and save.</p>
            <p>\(KeptSentences.conflict(self.rows.count, both: self.rows.count(where: \.isForBoth)))</p>
            <div class="scroll" role="region" aria-label="Both versions" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Field</th><th scope="col">It was</th><th scope="col">Theirs</th>\
            <th scope="col">Yours</th><th scope="col">Which</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></div>
            """
    }
}

extension Conflict.Row {
    fileprivate var choice: HTML {
        guard isForBoth else { return "Theirs: you had left it as it was" }
        let name = "\(Edit.choice)\(field)"
        return """
            <label><input type="radio" name="\(name)" value="mine" checked> Mine, as in the form below</label> \
            <label><input type="radio" name="\(name)" value="\(Edit.theirs)"> Theirs</label>
            """
    }
}
