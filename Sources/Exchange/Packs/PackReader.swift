import Sightline
import Statistics
import Yams

/// Reads the file of a pack: all of it, or everything that is wrong with it.
package enum PackReader {
    /// The largest file that is read.
    package static let mostBytes = 100_000
    /// What a pack can be of so far.
    static let kind = "measures"
    /// The newest form of such files; older ones will still be read when there is another.
    static let format = 1

    /// - Parameter bytes: UTF-8; line ends of every kind.
    package static func read(_ bytes: [UInt8]) -> PackReading {
        guard bytes.count <= mostBytes else {
            let sentence = "The file has \(bytes.count) bytes; a pack has at most \(mostBytes)."
            return PackReading("", nil, [PackFileProblem(sentence)])
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else {
            return PackReading("", nil, [PackFileProblem("The file isn’t text in UTF-8.")])
        }
        return read(decoded)
    }

    /// The same for a text.
    package static func read(_ text: String) -> PackReading {
        let text = withPlainLineEnds(text)
        guard text.utf8.count <= mostBytes else { return read(Array(text.utf8)) }
        var plain = PlainYAML(text)
        if let problem = plain.problem() { return PackReading(text, nil, [problem]) }
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard case .mapping(let mapping)? = try parser.singleRoot() else {
                let sentence = "A pack begins with names and values: kind: measures, format: 1, name, title."
                return PackReading(text, nil, [PackFileProblem(sentence, line: 1)])
            }
            return read(PackFields(mapping, part: "", line: 1), text)
        } catch {
            return PackReading(text, nil, [problem(error)])
        }
    }

    private static func withPlainLineEnds(_ text: String) -> String {
        var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text
    }

    private static func problem(_ error: any Error) -> PackFileProblem {
        func unreadable(_ problem: String, _ line: Int?) -> PackFileProblem {
            PackFileProblem(
                "This is no YAML: \(problem). A text with a colon, a # or a quotation mark in it needs quotes.",
                line: line
            )
        }
        return switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            unreadable(problem, mark.line)
        case .duplicatedKeysInMapping(let names, let context):
            PackFileProblem(
                "This field is there twice: keep one.",
                names.first.map { String($0.prefix(60)) } ?? "",
                line: context.mark.line
            )
        case .reader(let problem, _, _, _): unreadable(problem, nil)
        default: unreadable("it can’t be read", nil)
        }
    }

    // MARK: What it says

    private static func read(_ root: PackFields, _ text: String) -> PackReading {
        var root = root
        let kind = root.text("kind", isNeeded: true)
        if !kind.isEmpty, kind != self.kind {
            root.wrong("kind", "Only packs of measures are read: kind: \(self.kind).")
        }
        let format = root.whole("format")
        if format == nil, !root.hasProblem("format") {
            root.wrong("format", "This is needed: format: \(self.format).")
        }
        if let format, format != self.format {
            root.wrong("format", "This sightline reads format \(self.format): a newer one may read this.")
        }
        let header = PackHeader(
            name: root.text("name", isNeeded: true),
            title: root.text("title", isNeeded: true),
            purpose: root.text("purpose", isNeeded: true, hasLines: true),
            author: root.text("author", isNeeded: true),
            reviewer: root.text("reviewed-by"),
            reviewed: root.day("reviewed-on"),
            nextReview: root.day("next-review"),
            licence: root.text("licence", isNeeded: true),
            source: root.text("source", hasLines: true)
        )
        var parts = root.parts("measures") { "measure \($0 + 1)" }
        root.close()
        let measures = parts.indices.map { index in
            let measure = PackMeasureReader.measure(from: &parts[index])
            parts[index].close()
            return PackedMeasure(measure)
        }
        let content = PackContent(header, measures)
        add(content.problems, to: &root, &parts)
        for part in parts { root.add(part) }
        return PackReading(text, content, root.problems)
    }

    /// What is wrong with what was read well, where nothing is said of its field already.
    private static func add(_ found: [PackProblem], to root: inout PackFields, _ parts: inout [PackFields]) {
        for problem in found {
            let field = PackMeasureReader.name(of: problem)
            if let index = problem.measure {
                guard parts.indices.contains(index), !parts[index].hasProblem(field) else { continue }
                parts[index].wrong(field, problem.sentence)
            } else if !root.hasProblem(field), field != "measures" || parts.isEmpty || root.problems.isEmpty {
                root.wrong(field, problem.sentence)
            }
        }
    }
}
