package import Sightline
import Statistics
import Yams

/// Writes a pack as a file that ``PackReader`` reads to the same pack.
package enum PackWriter {
    package static func text(of content: PackContent) throws -> String {
        let header = content.header
        var lines = PackLines()
        lines.text("kind", PackReader.kind)
        lines.plain("format", "\(PackReader.format)")
        lines.text("name", header.name)
        lines.text("title", header.title)
        lines.text("purpose", header.purpose)
        lines.text("author", header.author)
        lines.text("reviewed-by", header.reviewer)
        lines.day("reviewed-on", header.reviewed)
        lines.day("next-review", header.nextReview)
        lines.text("licence", header.licence)
        lines.text("source", header.source)
        lines.list("measures", content.measures.map { PackMeasureWriter.lines(of: $0.measure) })
        return try serialize(node: lines.node, width: -1, allowUnicode: true)
    }
}

/// Names and values in the order in which they are written; what is empty is left out.
struct PackLines {
    private var pairs: [(Node, Node)] = []

    var node: Node { Node(pairs, .implicit, .block) }

    mutating func text(_ name: String, _ text: String) {
        guard !text.isEmpty else { return }
        add(name, Node(text, .implicit, Self.style(of: text)))
    }

    /// A number, a day or a word that means something without quotes.
    mutating func plain(_ name: String, _ text: String) { add(name, Node(text, .implicit, .plain)) }

    mutating func day(_ name: String, _ day: Day?) {
        if let day { plain(name, day.description) }
    }

    mutating func list(_ name: String, _ parts: [PackLines]) {
        guard !parts.isEmpty else { return }
        add(name, Node(parts.map(\.node), .implicit, .block))
    }

    mutating func inner(_ name: String, _ part: PackLines) { add(name, part.node) }

    private mutating func add(_ name: String, _ node: Node) { pairs.append((Node(name), node)) }

    /// Several lines stand as they are; what would be taken for something else is quoted.
    private static func style(of text: String) -> Node.Scalar.Style {
        let scalars = text.unicodeScalars
        let isTame = scalars.allSatisfy { scalar in
            scalar == "\n" || !(scalar.properties.generalCategory == .control || Self.breaks.contains(scalar))
        }
        guard isTame else { return .doubleQuoted }
        if text.contains("\n") {
            // Behind a | a text can't begin or end with space, nor can a line.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let isPlain = lines.allSatisfy { $0.first != " " && $0.last != " " }
            let isWhole = lines.first?.isEmpty == false && lines.last?.isEmpty == false
            return isPlain && isWhole ? .literal : .doubleQuoted
        }
        let beginsWithLetter = scalars.first?.properties.isAlphabetic == true
        return beginsWithLetter && !words.contains(text.lowercased()) ? .any : .doubleQuoted
    }

    /// What other readers of YAML take for something else than a text.
    private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    private static let breaks: Set<Unicode.Scalar> = ["\u{2028}", "\u{2029}", "\u{FEFF}"]
}
