extension String {
    /// The start of the text on one line, without anything that a terminal would act on.
    var excerpt: String {
        let limit = 60
        let start = unicodeScalars.prefix(limit).map { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format: scalar.escaped(asASCII: true)
            default: String(scalar)
            }
        }
        return start.joined() + (unicodeScalars.count > limit ? "…" : "")
    }

    /// The same in quotes.
    var quotedExcerpt: String { "\"\(excerpt)\"" }
}

extension [String] {
    /// The first of the names, fit for a terminal.
    var excerpt: String {
        let limit = 20
        let rest = count > limit ? " and \(count - limit) more" : ""
        return prefix(limit).map(\.excerpt).joined(separator: ", ") + rest
    }
}
