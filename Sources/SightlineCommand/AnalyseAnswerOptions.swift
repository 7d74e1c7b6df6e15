import ArgumentParser
import Exchange

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The form of the answer, and how it is worked out.
struct AnalyseAnswerOptions: ParsableArguments {
    @Flag(help: "Give one row a point, not one a series.")
    var points = false

    @Flag(help: "Give JSON, not CSV.")
    var json = false

    @Option(help: ArgumentHelp("Put one chart a series, as SVG, into a folder.", valueName: "folder"))
    var svg: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many threads to use. (default: one a processor)", valueName: "n")
    )
    var threads: Int?

    func fill(_ request: inout AnalyseRequest) throws {
        let threads = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        guard threads >= 1 else { throw ValidationError("--threads \(threads): give at least 1.") }
        if svg?.isEmpty == true { throw ValidationError("--svg: name a folder.") }
        request.report = ReportForm(listsPoints: points, isJSON: json)
        request.pictures = svg
        request.threads = threads
    }
}
