import Sightline
import Storage

/// A form that changes a thing, held against what the thing says now.
///
/// Every such form says which revision of the thing it was made from. Where the thing has changed since in a field that
/// the form asks for, nothing is saved: its sender is shown both versions first.
struct Edit: Sendable {
    /// The form, with what its sender took over from someone else's version.
    let form: Form
    /// The form to show instead of saving it; nil where nothing stands against saving.
    let conflict: FormState?

    /// The hidden field with the number of the revision.
    static let revision = "revision"
    /// Before the name of a field: which of the two versions is chosen.
    static let choice = "take-"
    static let theirs = "theirs"

    /// - Parameters:
    ///   - fields: what the thing says now.
    ///   - names: the fields that the form asks for; nil for all.
    ///   - words: what a person reads of a field's value.
    init<Thing>(
        _ form: Form,
        of kind: Revision.Kind,
        _ id: Identifier<Thing>,
        now fields: [Revision.Field],
        asking names: [String]? = nil,
        words: (Revision.Field) -> String = \.value,
        on connection: any SQLConnection
    ) throws {
        var form = form
        let asked = fields.filter { names?.contains($0.name) ?? true }
        for field in asked where form[Self.choice + field.name] == Self.theirs {
            form.set(field.value, for: field.name)
        }
        let newest = try RevisionStore.newest(kind, id, on: connection)
        let made = Int(form[Self.revision]) ?? 0
        guard made != newest else {
            (self.form, conflict) = (form, nil)
            return
        }
        // A revision that never was is a form of nothing: everything is shown.
        let was = try RevisionStore.find(kind, id, number: made, on: connection)?.fields ?? []
        let rows = Self.rows(asked, was, form, words)
        guard !rows.isEmpty else {
            (self.form, conflict) = (form, nil)
            return
        }
        let last = try RevisionStore.all(kind, id, limit: 1, on: connection).first
        var merged = form
        for field in asked where Self.text(form[field.name]) == was[field.name] {
            merged.set(field.value, for: field.name)
        }
        merged.set(String(newest), for: Self.revision)
        var state = FormState(typed: merged)
        state.conflict = Conflict(author: last?.author?.name ?? "", instant: last?.instant, rows: rows)
        (self.form, conflict) = (form, state)
    }

    /// The fields that someone else changed, but those that the sender changed to the same.
    private static func rows(
        _ asked: [Revision.Field],
        _ was: [Revision.Field],
        _ form: Form,
        _ words: (Revision.Field) -> String
    ) -> [Conflict.Row] {
        asked.compactMap { field in
            let (old, yours) = (was[field.name], text(form[field.name]))
            guard field.value != old, field.value != yours else { return nil }
            return Conflict.Row(
                field: field.name,
                was: words(.init(field.name, old)),
                theirs: words(field),
                yours: words(.init(field.name, yours))
            )
        }
    }

    /// Browsers end a line with two characters, whatever they were given.
    private static func text(_ typed: String) -> String {
        typed.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }
}
