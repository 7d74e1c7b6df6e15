import Statistics

/// Where the flags of a chart's notes stand: in one row, or in several where they would overlap.
///
/// Small charts have poles without flags.
struct FlagRows {
    struct Flag {
        var number: Int
        var x: Double
        /// Counted from the row nearest to the points.
        var row: Int
        var width: Double
    }

    private(set) var flags: [Flag] = []
    private var rowHeight = 0.0
    private var rowCount = 0

    /// All rows together.
    var height: Double { rowCount == 0 ? 0 : Double(rowCount) * rowHeight + 4 }
    /// Of one flag.
    var flagHeight: Double { max(rowHeight - 2, 0) }

    init(_ notes: [ChartNote], on scale: HorizontalScale, size: ChartSize) {
        let fontSize = size.fontSize
        rowHeight = size.isFull ? (fontSize * 1.45).rounded() : 0
        var rowEnds: [Double] = []
        for note in notes.sorted(by: { $0.day < $1.day }) {
            let width = TextWidth.of("\(note.number)", size: fontSize * 0.9, isBold: true) + 7
            let x = scale.x(of: note.day)
            let row = rowEnds.firstIndex { $0 + 2 <= x - width / 2 } ?? rowEnds.count
            if row == rowEnds.count { rowEnds.append(0) }
            rowEnds[row] = x + width / 2
            flags.append(Flag(number: note.number, x: x, row: row, width: width))
        }
        rowCount = size.isFull ? rowEnds.count : 0
    }

    /// The top of a flag, from the top of the points.
    func top(of flag: Flag) -> Double { rowCount == 0 ? 0 : -4 - Double(flag.row + 1) * rowHeight }
}
