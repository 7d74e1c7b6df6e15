import ArgumentParser
import Exchange

/// The file of a pack as a command is given it.
enum PackFileInput {
    /// Reads a file, or standard input where it is `-`; says everything that is wrong with it on standard error.
    ///
    /// - Throws: the exit status of bad data, when something is.
    static func read(_ path: String) throws -> PackReading {
        let name = path == "-" ? "standard input" : path
        let file = path == "-" ? try InputFile(standardInputNamed: name) : try InputFile(path: path)
        let reading = PackReader.read(try file.contents())
        for problem in reading.problems {
            StandardError.print("\(name):\(problem.line == nil ? " " : "")\(problem)")
        }
        let rest = reading.problemCount - reading.problems.count
        if rest > 0 { StandardError.print("\(name): and \(rest) more") }
        guard reading.content != nil else { throw ExitCode.badData }
        return reading
    }
}
