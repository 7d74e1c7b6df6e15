import CXLSXWriter

/// Why there is no workbook.
package enum WorkbookError: Error, Equatable, Sendable {
    /// A sheet has room for so many under its header.
    case tooManyRows(most: Int)
    /// A cell has room for so many UTF-16 units; the row is counted as a spreadsheet does.
    case textTooLong(column: String, row: Int, most: Int)
    case noMemory
    /// A file could not be written, by libxlsxwriter's number and words.
    case notWritten(number: Int, words: String)
    /// Anything else that libxlsxwriter refuses.
    case refused(number: Int, words: String)

    /// Nil where all is well.
    init?(_ code: lxw_error) {
        let number = Int(code.rawValue)
        let words = lxw_strerror(code).map { String(cString: $0) } ?? ""
        switch code {
        case LXW_NO_ERROR: return nil
        case LXW_ERROR_MEMORY_MALLOC_FAILED: self = .noMemory
        case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
            LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_PARAMETER_ERROR, LXW_ERROR_ZIP_BAD_ZIP_FILE,
            LXW_ERROR_ZIP_INTERNAL_ERROR, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
            self = .notWritten(number: number, words: words)
        default: self = .refused(number: number, words: words)
        }
    }

    /// Whether the data is what a workbook can't hold; otherwise the machine failed.
    package var isAboutData: Bool {
        switch self {
        case .tooManyRows, .textTooLong: true
        case .noMemory, .notWritten, .refused: false
        }
    }
}

extension WorkbookError: CustomStringConvertible {
    /// What is wrong and what would be right.
    package var description: String {
        switch self {
        case .tooManyRows(let most):
            "A workbook holds \(most) rows at most, and there are more: take CSV, or less at a time."
        case .textTooLong(let column, let row, let most):
            "A cell of a workbook holds \(most) characters at most, and \(column) in row \(row) has more: take CSV."
        case .noMemory: "There is no memory left for a workbook."
        case .notWritten(_, let words), .refused(_, let words): "The workbook can’t be written: \(words)"
        }
    }
}
