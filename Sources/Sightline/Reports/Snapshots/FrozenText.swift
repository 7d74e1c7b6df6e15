/// The content of a part of a snapshot: lines of a name and what it says, some names several times.
struct FrozenText {
    private var lines: [[String]]

    init() { lines = [] }

    init(_ text: String) { lines = TabbedText.lines(in: text) }

    var text: String { TabbedText.text(of: lines) }

    mutating func add(_ name: String, _ values: String?...) {
        lines.append([name] + values.map { $0 ?? "" })
    }

    /// What the first line of a name says; empty where there is none.
    subscript(name: String) -> String { all(name).first?.first ?? "" }

    /// Nil where it is empty.
    func optional(_ name: String) -> String? {
        let text = self[name]
        return text.isEmpty ? nil : text
    }

    /// What every line of a name says.
    func all(_ name: String) -> [[String]] {
        lines.filter { $0.first == name }.map { Array($0.dropFirst()) }
    }
}
