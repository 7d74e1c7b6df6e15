/// What is said of packs where several are counted.
package enum PackSentences {
    /// "1 measure", "7 measures".
    package static func measures(_ count: Int) -> String { Words.count(count, "measure") }

    /// How many there are that a reader may not read.
    package static func kept(_ count: Int) -> String {
        "\(count) more \(count == 1 ? "is" : "are") kept by the unit that made \(count == 1 ? "it" : "them")."
    }

    /// How many measures were made from one, as far as a reader may read them.
    package static func uses(_ count: Int) -> String {
        switch count {
        case 0: "No measure that you may read was made from it."
        case 1: "1 measure that you may read was made from it."
        default: "\(count) measures that you may read were made from it."
        }
    }

    /// How much is wrong with a file.
    package static func toPutRight(_ count: Int) -> String {
        "Nothing has been kept yet: \(Words.count(count, "thing")) to put right"
    }
}
