import Exchange
import Markup
import Sightline
import Storage

/// What is different in a version of a pack from the one before, in words.
struct PackComparison: Sendable {
    /// The number of the one before.
    private let before: Int
    private let difference: PackDifference

    /// Nil where there is no such version, or this program can't read it.
    init?(
        of content: PackContent,
        with pack: Pack,
        _ before: Int,
        on connection: any SQLConnection
    ) throws {
        guard let text = try PackStore.text(of: pack.id, version: before, on: connection),
            let old = PackReader.read(text).content
        else { return nil }
        self.before = before
        difference = PackDifference(from: old, to: content)
    }

    var section: HTML {
        let items =
            difference.header.map { "<li>\(Self.words($0))</li>" as HTML }
            + difference.added.map { "<li>New: <strong>\($0)</strong></li>" as HTML }
            + difference.gone.map { "<li>No longer in it: <strong>\($0)</strong></li>" as HTML }
            + difference.changed.map { changed -> HTML in
                let changes = changed.changes.map { "<li>\(Self.words($0))</li>" as HTML }
                let list: HTML = changes.isEmpty ? ": how it is charted" : "<ul>\(changes)</ul>"
                return "<li>Changed: <strong>\(changed.title)</strong>\(list)</li>"
            }
        let list: HTML? = items.isEmpty ? nil : "<ul>\(items)</ul>"
        return """
            <details class="panel"><summary>What is different from version \(before)</summary>\
            <p>\(PackSentences.differences(items.count))</p>\(list)</details>
            """
    }

    private static func words(_ change: AuditEntry.Change) -> HTML {
        let before = change.before.isEmpty ? "nothing" : change.before
        let after = change.after.isEmpty ? "nothing" : change.after
        return "\(FormState.label(of: change.field)): <del>\(before)</del> → \(after)"
    }
}
