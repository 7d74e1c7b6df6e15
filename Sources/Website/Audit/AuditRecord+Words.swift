import Sightline

extension AuditEntry.Act {
    var word: String {
        switch self {
        case .created: "Created"
        case .changed: "Changed"
        case .ended: "Ended"
        case .deleted: "Put in the bin"
        case .restored: "Took out of the bin"
        case .purged: "Deleted for good"
        case .read: "Read what is kept"
        case .exported: "Took away in a file"
        case .signedIn: "Signed in"
        }
    }
}

extension AuditEntry.Kind {
    var word: String { self == .annotation ? "note" : rawValue.replacing("-", with: " ") }
}

extension AuditEntry.Change {
    /// As a form calls it; a person's role is no kind of measure, and what is words already needs no other.
    private var name: String {
        field == "role" || field.contains(" ") ? field : FormState.label(of: field).lowercased()
    }

    /// `role: viewer → editor`, with what was or is not left out.
    var words: String {
        let values = [before, after].filter { !$0.isEmpty }.joined(separator: " → ")
        return "\(name): \(before.isEmpty || after.isEmpty ? values : "\(before) → \(after)")"
    }
}
