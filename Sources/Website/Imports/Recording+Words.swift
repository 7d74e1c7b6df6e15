import Sightline

extension Recording {
    /// What it was, in a few words: the name of its file, or what was done.
    var heading: String {
        switch kind {
        case .file: origin?.fileName ?? "A file"
        case .edit: "Edited by hand"
        case .undo: "Took a recording back"
        }
    }
}

extension Timestamp {
    /// How long ago an earlier instant was: `just now`, `5 minutes ago`, `3 hours ago`.
    func age(of earlier: Timestamp) -> String {
        let minutes = max(0, (microseconds - earlier.microseconds) / 60_000_000)
        let (count, unit) = minutes < 60 ? (minutes, "minute") : (minutes / 60, "hour")
        return count == 0 ? "just now" : "\(count) \(unit)\(count == 1 ? "" : "s") ago"
    }

    /// A day and a time in UTC: `4 March 2026, 09:30 UTC`.
    var words: String {
        let time = description.split(separator: "T").last?.prefix(5) ?? ""
        return "\(day.words), \(time) UTC"
    }
}
