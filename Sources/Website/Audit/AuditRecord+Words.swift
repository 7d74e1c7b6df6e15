import Sightline

extension AuditEntry.Act {
    var word: String {
        switch self {
        case .created: "Created"
        case .changed: "Changed"
        case .ended: "Ended"
        case .read: "Read what is kept"
        case .signedIn: "Signed in"
        }
    }
}

extension AuditEntry.Kind {
    var word: String { rawValue.replacing("-", with: " ") }
}

extension AuditEntry.Change {
    /// `role: viewer → editor`, with what was or is not left out.
    var words: String {
        let values = [before, after].filter { !$0.isEmpty }.joined(separator: " → ")
        return "\(field): \(before.isEmpty || after.isEmpty ? values : "\(before) → \(after)")"
    }
}
