/// One thing that is wrong with the file of a pack, and where.
package struct PackFileProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// From 1; nil for the file as a whole.
    package var line: Int?
    /// "title", "measure 2, chart"; empty where it is about no field.
    package var field: String
    /// What would be right.
    package var sentence: String

    package init(_ sentence: String, _ field: String = "", line: Int? = nil) {
        self.line = line
        self.field = field
        self.sentence = sentence
    }

    /// `34: measure 2, chart: Use one of …`, to stand behind the name of a file.
    package var description: String {
        let parts = [line.map { "\($0)" } ?? "", field].filter { !$0.isEmpty }
        return (parts + [sentence]).joined(separator: ": ")
    }
}
