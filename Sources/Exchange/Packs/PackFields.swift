import Sightline
import Statistics
import Yams

/// The names and values of one part of a pack's file, read one by one; what is wrong is collected.
struct PackFields {
    /// "measure 2", or nothing for the pack itself.
    let part: String
    /// Where the part begins.
    let line: Int
    private(set) var problems: [PackFileProblem] = []
    private let values: [String: Node]
    private var lines: [String: Int] = [:]
    private var names: [String] = []
    private var asked: [String] = []

    init(_ mapping: Node.Mapping, part: String, line: Int) {
        self.part = part
        self.line = line
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                problems.append(
                    PackFileProblem("A name is one word, such as title.", part, line: key.mark?.line ?? line)
                )
                continue
            }
            names.append(name.string)
            values[name.string] = value
            lines[name.string] = name.mark?.line ?? line
        }
        self.values = values
    }

    /// Where a field stands; the beginning of the part where it isn't there.
    func line(of field: String) -> Int { lines[field] ?? line }

    /// "measure 2, chart".
    func name(of field: String) -> String { part.isEmpty ? field : "\(part), \(field)" }

    /// Whether something is wrong with a field already.
    func hasProblem(_ field: String) -> Bool { problems.contains { $0.field == name(of: field) } }

    mutating func wrong(_ field: String, _ sentence: String) {
        problems.append(PackFileProblem(sentence, name(of: field), line: line(of: field)))
    }

    /// A text; empty where there is none.
    ///
    /// - Parameter hasLines: whether it may have several.
    mutating func text(_ field: String, isNeeded: Bool = false, hasLines: Bool = false) -> String {
        guard let scalar = scalar(field, isNeeded: isNeeded) else { return "" }
        let text = hasLines ? Self.trimmed(scalar.string) : scalar.string
        if !hasLines, text.contains(where: \.isNewline) { wrong(field, "Write this on one line.") }
        return text
    }

    /// A number, written as one.
    mutating func number(_ field: String) -> Double? {
        guard let scalar = scalar(field) else { return nil }
        guard scalar.isBare, scalar.string.utf8.allSatisfy(Self.digits.contains),
            let number = Double(scalar.string), number.isFinite
        else {
            wrong(field, "Write a number without quotes, such as 95 or 0.5.")
            return nil
        }
        return number
    }

    mutating func whole(_ field: String) -> Int? {
        guard let scalar = scalar(field) else { return nil }
        guard scalar.isBare, let number = Int(scalar.string), scalar.string.first != "+" else {
            wrong(field, "Write a whole number without quotes, such as 13.")
            return nil
        }
        return number
    }

    mutating func flag(_ field: String) -> Bool? {
        guard let scalar = scalar(field) else { return nil }
        guard scalar.isBare, let flag = Bool(scalar.string) else {
            wrong(field, "Write true or false.")
            return nil
        }
        return flag
    }

    mutating func day(_ field: String) -> Day? {
        guard let scalar = scalar(field) else { return nil }
        guard let day = Day(scalar.string) else {
            wrong(field, "Write a day as 2027-03-31.")
            return nil
        }
        return day
    }

    /// Whether a field holds just a word, which means that it is asked for no more.
    mutating func peeks(_ field: String, at word: String) -> Bool {
        guard case .scalar(let scalar)? = values[field], scalar.string == word else { return false }
        asked.append(field)
        return true
    }

    /// One word of a list; a stand-in where it is none of them.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ field: String,
        isNeeded: Bool = true,
        otherwise: Word
    ) -> Word {
        guard let scalar = scalar(field, isNeeded: isNeeded) else { return otherwise }
        if let word = Word(rawValue: scalar.string) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        wrong(field, "Use one of \(words), and not “\(Self.shortened(scalar.string))”.")
        return otherwise
    }

    /// The parts of a list, each with its names and values.
    mutating func parts(_ field: String, called name: (Int) -> String) -> [PackFields] {
        asked.append(field)
        guard let node = values[field] else { return [] }
        guard case .sequence(let list) = node else {
            wrong(field, "Write a list: a hyphen before each.")
            return []
        }
        var parts: [PackFields] = []
        for (index, node) in list.enumerated() {
            let line = node.mark?.line ?? line(of: field)
            if case .mapping(let mapping) = node {
                parts.append(PackFields(mapping, part: name(index), line: line))
            } else {
                let sentence = "Write names and values, such as title: Seen in time."
                problems.append(PackFileProblem(sentence, name(index), line: line))
            }
        }
        return parts
    }

    /// The names and values of one part inside this one.
    mutating func inner(_ field: String) -> PackFields? {
        asked.append(field)
        guard let node = values[field] else { return nil }
        guard case .mapping(let mapping) = node else {
            wrong(field, "Write names and values below it, each further in.")
            return nil
        }
        return PackFields(mapping, part: name(of: field), line: line(of: field))
    }

    /// Says of every name that nobody asked for which ones there are.
    mutating func close() {
        for name in names where !asked.contains(name) {
            let known = asked.joined(separator: ", ")
            let problem = PackFileProblem(
                "There is no such field. Those there are: \(known).",
                self.name(of: Self.shortened(name)),
                line: lines[name]
            )
            problems.append(problem)
        }
    }

    /// Takes over what is wrong with a part of it.
    mutating func add(_ part: PackFields) { problems += part.problems }

    private mutating func scalar(_ field: String, isNeeded: Bool = false) -> Node.Scalar? {
        asked.append(field)
        guard let node = values[field] else {
            if isNeeded { wrong(field, "This is needed.") }
            return nil
        }
        guard case .scalar(let scalar) = node else {
            wrong(field, "Write one value here, and no list.")
            return nil
        }
        guard !scalar.isNothing else {
            wrong(field, "Write a value, or leave the line out.")
            return nil
        }
        return scalar
    }

    private static let digits = Set("0123456789+-.eE".utf8)

    /// A text behind `|` ends with a line end that nobody meant.
    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(59) + "…"
    }
}

extension Node.Scalar {
    /// Whether it is written without quotes.
    fileprivate var isBare: Bool { style == .plain || style == .any }

    /// Whether it is what YAML takes for no value at all.
    fileprivate var isNothing: Bool {
        isBare && ["", "~", "null", "Null", "NULL"].contains(string)
    }
}
