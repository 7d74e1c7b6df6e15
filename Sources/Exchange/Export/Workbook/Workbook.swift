import CXLSXWriter
import Sightline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An XLSX file being made by libxlsxwriter, a sheet a table.
///
/// Rows go to temporary files as they come, so that memory doesn't grow with them. Those have no names; what has one
/// lies in a folder of its own, which goes with this object. The same tables and instant give the same bytes.
final class Workbook {
    private let folder: PrivateFolder
    private let path: String
    private let made: Timestamp
    /// Nil once it is closed.
    private var handle: UnsafeMutablePointer<lxw_workbook>?
    private let formats: SheetWriter.Formats
    private var names: [String] = []
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []

    init(title: String, made instant: Timestamp) throws {
        folder = try PrivateFolder()
        let file = folder.file("workbook.xlsx")
        path = file
        made = instant
        let opened = folder.path.withCString { place in
            var options = lxw_workbook_options(
                constant_memory: 1,
                tmpdir: UnsafeMutablePointer(mutating: place),
                use_zip64: 0
            )
            return workbook_new_opt(file, &options)
        }
        guard let opened else { throw WorkbookError.noMemory }
        handle = opened
        formats = Self.formats(in: opened)
        try setProperties(title)
    }

    deinit {
        // Closing is the only thing that lets go of the temporary files.
        if let handle { _ = workbook_close(handle) }
    }

    /// Adds a sheet with the rows of a table.
    func add(_ table: some DataTable) throws {
        let name = SheetText.name(table.title, besides: names)
        guard let handle, let sheet = workbook_add_worksheet(handle, name) else {
            throw WorkbookError.noMemory
        }
        names.append(name)
        sheets.append(sheet)
        var writer = try SheetWriter(sheet, formats, columns: table.columns, isProse: table.isProse)
        try table.write(to: &writer)
        try writer.finish()
    }

    /// Writes the file.
    func finish(to output: (ArraySlice<UInt8>) throws -> Void) throws {
        try requireRoom()
        guard let handle else { return }
        self.handle = nil
        if let error = WorkbookError(workbook_close(handle)) { throw error }
        let file = try InputFile(path: path)
        var buffer = [UInt8](repeating: 0, count: min(max(file.size, 1), 1 << 20))
        var offset = 0
        while offset < file.size {
            let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
            guard count > 0 else { throw IOError(.read, path: path, code: EIO) }
            try output(buffer[..<count])
            offset += count
        }
    }

    /// Sees to it that the rows have all been written, and that the disk has room for the file.
    ///
    /// The library doesn't look: with a full disk it would make a workbook that lacks rows.
    private func requireRoom() throws {
        var needed = UInt64(1 << 20)
        for sheet in sheets {
            guard let file = sheet.pointee.optimize_tmpfile else { continue }
            guard fflush(file) == 0, ferror(file) == 0 else {
                throw IOError(.write, path: folder.path, code: errno == 0 ? ENOSPC : errno)
            }
            needed += UInt64(max(0, ftell(file)))
        }
        var disk = statvfs()
        guard statvfs(folder.path, &disk) == 0 else {
            throw IOError(.write, path: folder.path, code: errno)
        }
        // The largest sheet lies there once more, uncompressed, and then the file itself.
        guard UInt64(disk.f_bavail) * UInt64(disk.f_frsize) > 2 * needed else {
            throw IOError(.write, path: folder.path, code: ENOSPC)
        }
    }

    private static func formats(in handle: UnsafeMutablePointer<lxw_workbook>) -> SheetWriter.Formats {
        func format(_ pattern: String) -> UnsafeMutablePointer<lxw_format>? {
            guard let format = workbook_add_format(handle) else { return nil }
            format_set_num_format(format, pattern)
            return format
        }
        let (header, prose) = (format("@"), format("@"))
        if let header { format_set_bold(header) }
        if let prose {
            format_set_text_wrap(prose)
            format_set_align(prose, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        return SheetWriter.Formats(
            header: header,
            text: format("@"),
            prose: prose,
            day: format("yyyy-mm-dd"),
            instant: format("yyyy-mm-dd hh:mm:ss")
        )
    }

    private func setProperties(_ title: String) throws {
        let code = SheetText.held(title).withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            // Nought would be now.
            properties.created = max(1, time_t(made.microseconds / 1_000_000))
            return workbook_set_properties(handle, &properties)
        }
        if let error = WorkbookError(code) { throw error }
    }
}
