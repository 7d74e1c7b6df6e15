package import Statistics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Draws the chart of a series as an SVG document.
package typealias DrawSeries = @Sendable (_ name: String, _ days: [Day], _ analysis: Analysis) -> [UInt8]

/// A folder that gets a picture of every series, in a file named after it.
final class PictureFolder {
    private let path: String
    private let draw: DrawSeries
    /// In lower case, as some file systems don't tell `a` from `A`.
    private var taken: Set<String> = []

    /// Makes the folder, and those above it, where they don't exist.
    init(path: String, draw: @escaping DrawSeries) throws(IOError) {
        self.path = path
        self.draw = draw
        try Folder.make(path)
    }

    func write(name: String, days: [Day], _ analysis: Analysis) throws(IOError) {
        let file = "\(path)/\(fileName(for: name))"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw IOError(.open, path: file, code: errno) }
        defer { close(descriptor) }
        try Descriptor.write(draw(name, days, analysis)[...], to: descriptor, name: file)
    }

    /// The name with a hyphen for what isn't safe in a file name, and a number where that makes two alike.
    private func fileName(for name: String) -> String {
        var safe = String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
        if safe.isEmpty { safe = "series" }
        if safe.hasPrefix(".") { safe = "-" + safe }
        while safe.utf8.count > 200 { safe.removeLast() }
        var unique = safe
        var number = 2
        while !taken.insert(unique.lowercased()).inserted {
            unique = "\(safe)-\(number)"
            number += 1
        }
        return unique + ".svg"
    }
}
