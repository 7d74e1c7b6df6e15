import Markup
import Sightline

/// A form that this program has drawn, filled in with what someone typed into it before.
///
/// Pages draw their forms from what holds now; what was kept is put over it here, so that no page has to know of it.
struct FilledForm {
    private let values: [String: [String]]
    private var rest: Substring
    private var result = ""
    private var hasField = false
    /// The name of the list of choices that the reading is in.
    private var choice: String?

    /// The form with what was typed; nil where it has none of the fields.
    static func html(_ content: HTML, _ draft: Draft) -> HTML? {
        var form = FilledForm(content, draft)
        form.run()
        return form.hasField ? HTML(trusted: Array(form.result.utf8)) : nil
    }

    private init(_ content: HTML, _ draft: Draft) {
        values = Dictionary(grouping: draft.fields, by: \.name).mapValues { $0.map(\.value) }
        rest = Substring(String(decoding: content.bytes, as: UTF8.self))
    }

    private mutating func run() {
        while let start = rest.firstIndex(of: "<") {
            result += rest[..<start]
            // Values are escaped: what closes a tag is no part of one.
            let end = rest[start...].firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
            let tag = String(rest[start..<end])
            rest = rest[end...]
            read(tag)
        }
        result += rest
    }

    private mutating func read(_ tag: String) {
        let name = Self.attribute("name", of: tag)
        switch tag.dropFirst().prefix(while: { $0.isLetter || $0 == "/" }) {
        case "input": result += input(tag, name)
        case "textarea":
            result += tag
            guard let name, let typed = values[name]?.first else { return }
            hasField = true
            // A line end right after the tag would be dropped.
            result += "\n" + Self.escaped(typed)
            rest = rest.firstRange(of: "</textarea").map { rest[$0.lowerBound...] } ?? rest
        case "select":
            choice = name
            result += tag
        case "/select":
            choice = nil
            result += tag
        case "option": result += option(tag)
        default: result += tag
        }
    }

    private mutating func input(_ tag: String, _ name: String?) -> String {
        guard let name else { return tag }
        switch Self.attribute("type", of: tag) ?? "text" {
        case "text", "date", "number", "email", "search", "url":
            guard let typed = values[name]?.first else { return tag }
            hasField = true
            return Self.setting("value", Self.escaped(typed), in: tag)
        case "checkbox", "radio":
            guard let value = Self.attribute("value", of: tag) else { return tag }
            let isChosen = values[name]?.contains { Self.escaped($0) == value } ?? false
            if isChosen { hasField = true }
            let plain = tag.replacing(" checked", with: "")
            return isChosen ? Self.inserting(" checked", in: plain) : plain
        // It was made from the revision that its sender saw.
        case "hidden" where name == Edit.revision:
            return values[name]?.first.map { Self.setting("value", Self.escaped($0), in: tag) } ?? tag
        default: return tag
        }
    }

    private mutating func option(_ tag: String) -> String {
        guard let choice, let typed = values[choice]?.first, let value = Self.attribute("value", of: tag)
        else { return tag }
        hasField = true
        let plain = tag.replacing(" selected", with: "")
        return value == Self.escaped(typed) ? Self.inserting(" selected", in: plain) : plain
    }

    // MARK: Tags

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
        return tag[start...].firstIndex(of: "\"").map { String(tag[start..<$0]) }
    }

    private static func setting(_ name: String, _ value: String, in tag: String) -> String {
        guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound,
            let end = tag[start...].firstIndex(of: "\"")
        else { return inserting(" \(name)=\"\(value)\"", in: tag) }
        return tag[..<start] + value + tag[end...]
    }

    private static func inserting(_ text: String, in tag: String) -> String { tag.dropLast() + text + ">" }

    private static func escaped(_ text: String) -> String {
        String(decoding: ("\(text)" as HTML).bytes, as: UTF8.self)
    }
}
