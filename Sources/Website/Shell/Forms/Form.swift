/// The fields of a form or of a query string, as they were typed.
package struct Form: Sendable {
    private var values: [String: [String]] = [:]

    /// No fields.
    package init() {}

    /// Reads `application/x-www-form-urlencoded`.
    /// - Throws: `Failure.badRequest` where it is malformed, isn't UTF-8 or has too many fields.
    package init(urlEncoded bytes: some Collection<UInt8>) throws(Failure) {
        let pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: Limits.formFields)
        guard pairs.count <= Limits.formFields else { throw .badRequest("The form has too many fields.") }
        for pair in pairs {
            let parts = pair.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard
                let name = parts.first.flatMap({ PercentEncoding.decode($0) }),
                let value = parts.count == 2 ? PercentEncoding.decode(parts[1]) : ""
            else { throw .badRequest("The form can’t be read: its text is wrongly encoded.") }
            append(value, to: name)
        }
    }

    package mutating func append(_ value: String, to name: String) { values[name, default: []].append(value) }

    /// Puts one value in place of whatever a field holds.
    package mutating func set(_ value: String, for name: String) { values[name] = [value] }

    /// Every field with its values, in the order of the names.
    var fields: [(name: String, value: String)] {
        values.sorted { $0.key < $1.key }.flatMap { name, values in values.map { (name, $0) } }
    }

    /// What was typed into a field, without the white space around it; empty where there is nothing.
    package subscript(name: String) -> String { values[name]?.first.map(Self.trimmed) ?? "" }

    /// What was typed into a field that may be left empty, or nil.
    package func optional(_ name: String) -> String? {
        let text = self[name]
        return text.isEmpty ? nil : text
    }

    /// What was typed into a field, white space and all: a password.
    func untrimmed(_ name: String) -> String { values[name]?.first ?? "" }

    /// Every value of a field that may be there several times.
    package func all(_ name: String) -> [String] { (values[name] ?? []).map(Self.trimmed) }

    private static func trimmed(_ text: String) -> String {
        let kept = text.drop(while: \.isWhitespace)
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}
