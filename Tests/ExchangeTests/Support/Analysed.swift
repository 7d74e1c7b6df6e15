import Exchange
import Foundation

/// What `analyse` makes of a text.
enum Analysed: Equatable {
    case report(String, FileAnalyst.Notes)
    case failure(AnalyseFailure)

    var report: String? {
        if case .report(let report, _) = self { report } else { nil }
    }

    /// Runs the analysis from file to file.
    static func run(
        _ bytes: [UInt8],
        _ request: AnalyseRequest,
        draw: DrawSeries? = nil
    ) async throws -> Analysed {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "in.csv")
        let output = folder.appending(path: "out.csv")
        try Data(bytes).write(to: input)
        try Data().write(to: output)
        let handle = try FileHandle(forUpdating: output)
        defer { try? handle.close() }
        do {
            let analyst = FileAnalyst(request, draw: draw)
            let notes = try await analyst.run(
                try InputFile(path: input.path),
                to: handle.fileDescriptor,
                named: "output"
            )
            return .report(String(decoding: try Data(contentsOf: output), as: UTF8.self), notes)
        } catch let failure as AnalyseFailure {
            // A failure must leave nothing behind.
            guard try Data(contentsOf: output).isEmpty else { throw LeftOver() }
            return .failure(failure)
        }
    }

    static func run(_ text: String, _ request: AnalyseRequest = AnalyseRequest()) async throws -> Analysed {
        try await run(Array(text.utf8), request)
    }

    struct LeftOver: Error {}
}
