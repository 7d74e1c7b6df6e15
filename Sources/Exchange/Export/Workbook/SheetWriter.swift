import CXLSXWriter
import Sightline
import Statistics

/// Writes a table into a sheet, the names of its columns first.
///
/// Text is written as text, whatever it begins with: no cell is ever a formula or a link, and its format is that of
/// text, so that it stays one when somebody edits the cell.
struct SheetWriter: TableWriter {
    /// The formats of a workbook's cells; nil is a cell without one.
    struct Formats {
        var header, text, prose, day, instant: UnsafeMutablePointer<lxw_format>?
    }

    /// Rows under the header.
    static let mostRows = 1_048_575

    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: Formats
    private let columns: [String]
    private let isProse: Bool
    private var row: lxw_row_t = 0
    private var column: lxw_col_t = 0
    /// The longest text of each column.
    private var widths: [Int]

    init(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ formats: Formats,
        columns: [String],
        isProse: Bool
    ) throws(WorkbookError) {
        self.sheet = sheet
        self.formats = formats
        self.columns = columns
        self.isProse = isProse
        widths = columns.map { $0.count + Self.roomForArrow }
        for name in columns { try write(name, formats.header) }
        try endRow()
        worksheet_freeze_panes(sheet, 1, 0)
    }

    mutating func field(_ text: String) throws(WorkbookError) {
        guard !text.isEmpty else { return skip() }
        try write(text, isProse ? formats.prose : formats.text)
    }

    mutating func field(_ number: Double?) throws(WorkbookError) {
        guard let number, number.isFinite else { return skip() }
        try write(number, nil, width: widthMatters ? "\(number)".utf8.count : 0)
    }

    mutating func field(_ number: Int?) throws(WorkbookError) {
        guard let number else { return skip() }
        // A spreadsheet knows doubles only.
        guard let exact = Double(exactly: number) else { return try field("\(number)") }
        try write(exact, nil, width: widthMatters ? "\(number)".utf8.count : 0)
    }

    mutating func field(_ day: Day?) throws(WorkbookError) {
        guard let day else { return skip() }
        guard let serial = Self.serial(day) else { return try field("\(day)") }
        try write(serial, formats.day, width: 10)
    }

    /// In UTC, to the second that it lies in, as CSV has it.
    mutating func field(_ instant: Timestamp?) throws(WorkbookError) {
        guard let instant else { return skip() }
        guard let serial = Self.serial(instant.day) else { return try field("\(instant)") }
        let ofDay = instant.microseconds - Int64(instant.day.number) * Self.secondsInDay * 1_000_000
        let seconds = Double(ofDay / 1_000_000)
        try write(serial + seconds / Double(Self.secondsInDay), formats.instant, width: 19)
    }

    mutating func endRow() throws(WorkbookError) {
        row += 1
        column = 0
    }

    /// Makes columns wide enough, and lets people filter them.
    func finish() throws(WorkbookError) {
        for (index, width) in widths.enumerated() {
            let place = lxw_col_t(index)
            let width = Double(min(max(width, Self.narrowest), isProse ? Self.widestProse : Self.widest))
            try check(worksheet_set_column(sheet, place, place, width + 1, nil))
        }
        guard !isProse, row > 1 else { return }
        try check(worksheet_autofilter(sheet, 0, 0, row - 1, lxw_col_t(columns.count - 1)))
    }

    private mutating func write(
        _ text: String,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(WorkbookError) {
        try makeRoom()
        let held = SheetText.held(text)
        guard held.utf16.count <= SheetText.most else {
            throw .textTooLong(column: columns[Int(column)], row: Int(row) + 1, most: SheetText.most)
        }
        try check(worksheet_write_string(sheet, row, column, held, format))
        widths[Int(column)] = max(widths[Int(column)], held.utf16.count)
        column += 1
    }

    private mutating func write(
        _ number: Double,
        _ format: UnsafeMutablePointer<lxw_format>?,
        width: Int
    ) throws(WorkbookError) {
        try makeRoom()
        try check(worksheet_write_number(sheet, row, column, number, format))
        widths[Int(column)] = max(widths[Int(column)], width)
        column += 1
    }

    private mutating func skip() { column += 1 }

    /// Whether it is worth the time to see how wide a number is: the rows before show it.
    private var widthMatters: Bool { row < 1_000 }

    private func makeRoom() throws(WorkbookError) {
        guard Int(row) <= Self.mostRows else { throw .tooManyRows(most: Self.mostRows) }
    }

    private func check(_ code: lxw_error) throws(WorkbookError) {
        if let error = WorkbookError(code) { throw error }
    }

    /// The number that a spreadsheet shows as a day; nil before 1 March 1900, where spreadsheets disagree about
    /// which day a number is.
    private static func serial(_ day: Day) -> Double? {
        let serial = Int(day.number) + daysBefore1970
        return serial > 60 ? Double(serial) : nil
    }

    /// From 30 December 1899, day 0.
    private static let daysBefore1970 = 25_569
    private static let secondsInDay: Int64 = 86_400
    /// In characters.
    private static let (narrowest, widest, widestProse, roomForArrow) = (8, 48, 80, 3)
}
