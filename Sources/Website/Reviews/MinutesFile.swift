import Sightline

/// Minutes as a text file in Markdown (CommonMark).
enum MinutesFile {
    static func text(of page: MinutesPage) -> String {
        var text = "# \(escaped(page.title))\n"
        for line in page.minutes[.head] { text += "\n\(escaped(line.text))\n" }
        for part in MinuteLine.Part.allCases {
            let lines = page.minutes[part]
            guard let heading = part.heading, !lines.isEmpty else { continue }
            let told = MeetingSentences.part(part, lines.count, of: lines.count)
            text += "\n## \(heading)\n\n\(escaped(told))\n\n"
            for line in lines { text += "- \(escaped(line.text))\n" }
        }
        if !page.additions.isEmpty {
            text += "\n## Added later\n\n\(escaped(MeetingSentences.additions(page.additions.count)))\n\n"
            for note in page.additions {
                text += "- \(escaped("\(note.text) (\(note.author.name), \(note.instant.words))"))\n"
            }
        }
        text += "\n\(escaped(page.standing))\n"
        return text
    }

    /// A text in one line that Markdown shows as it is.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.split(whereSeparator: \.isNewline).joined(separator: " ") {
            if special.contains(character) { result.append("\\") }
            result.append(character)
        }
        // What begins a list or a heading stands only at the start.
        if let first = result.first, "+-=".contains(first) { result = "\\\(result)" }
        let digits = result.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let next = result.dropFirst(digits.count).first, ".)".contains(next) {
            result = "\(digits)\\\(result.dropFirst(digits.count))"
        }
        return result
    }

    private static let special: Set<Character> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!",
    ]
}
