import Markup
import Sightline
import Storage

extension History {
    /// A way to put a thing back: the form that changes it, and the fields that this form asks for.
    struct Way {
        let address: Address
        var names: [String]?
        var label = "Put it back"
        /// Whether the form holds what the thing said; otherwise `more` says which state is meant.
        var sendsFields = true
        /// Further fields of the form, such as a reason; given the revision that is put back.
        var more: (Revision) -> KeyValuePairs<String, String> = { _ in [:] }
    }

    /// What the thing said, with a way back to each; nothing where it never changed.
    ///
    /// - Parameter ways: none for who may not change it.
    func section(in frame: Frame, _ ways: [Way]) -> HTML? {
        guard entries.count > 1, let now = entries.first?.revision.fields else { return nil }
        let rows = entries.map { entry -> HTML in
            let revision = entry.revision
            let isNow = revision.number == newest
            let buttons = ways.compactMap { way in isNow ? nil : button(way, revision, now, in: frame) }
            let state: HTML = isNow ? "<span class=\"tag\">Now</span>" : "\(buttons)"
            return """
                <tr><td data-name="When">\(revision.instant?.words ?? "Before this was kept")</td>\
                <td data-name="Who">\(revision.author?.name ?? "")</td>\
                <td data-name="What changed" class="prose">\(words(of: entry))</td><td>\(state)</td></tr>
                """
        }
        return """
            <section><h2 id="history-of-it">History</h2>
            <p>\(KeptSentences.states(entries.map(\.revision.instant)))</p>
            <div class="scroll" role="region" aria-labelledby="history-of-it" tabindex="0"><table class="carded">
            <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What changed</th>\
            <th scope="col">Way back</th></tr></thead><tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func words(of entry: Entry) -> HTML {
        guard entry.revision.number > 0 else { return "As it was at first" }
        let items = entry.changes.map { change -> HTML in
            let before = change.before.isEmpty ? "nothing" : change.before
            let after = change.after.isEmpty ? "nothing" : change.after
            return "<li>\(FormState.label(of: change.field)): <del>\(before)</del> → \(after)</li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// Sends the form that changes the thing, with what it said then.
    private func button(
        _ way: Way,
        _ revision: Revision,
        _ now: [Revision.Field],
        in frame: Frame
    ) -> HTML? {
        let fields = revision.fields.filter { way.names?.contains($0.name) ?? true }
        guard fields.contains(where: { $0.value != now[$0.name] }) else { return nil }
        let hidden = way.sendsFields ? fields.map { Self.hidden($0.name, $0.value) } : []
        let more = way.more(revision).map { Self.hidden($0.key, $0.value) }
        let when = revision.instant.map { ": how it was on \($0.words)" } ?? ": how it was before"
        return frame.form(
            to: way.address,
            content: """
                \(Self.hidden(Edit.revision, String(newest)))\(hidden)\(more)
                <button class="link">\(way.label)<span class="visually-hidden">\(when)</span></button>
                """
        )
    }

    private static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}
