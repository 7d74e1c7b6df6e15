package import Statistics

/// Analyses a file of many series: what `sightline analyse` does.
///
/// A file that is in order (rows sorted by series, names ascending, nothing wrong) is read by several
/// threads, and only the series at hand are in memory. Any other file is read again from its start by
/// ``ThoroughReading``, which takes everything and says exactly what is wrong.
package struct FileAnalyst: Sendable {
    /// What else there is to say when the analysis has worked.
    package struct Notes: Equatable, Sendable {
        package var skipped = ProblemList()
        /// Phase starts that come after the last point of every series.
        package var unreached: [Day] = []
    }

    private let request: AnalyseRequest
    private let draw: DrawSeries?

    /// - Parameter draw: what draws the chart of a series, where the request asks for pictures.
    package init(_ request: AnalyseRequest, draw: DrawSeries? = nil) {
        self.request = request
        self.draw = draw
    }

    /// Writes the report on a file to an open descriptor: all of it or, when it throws, nothing.
    ///
    /// - Throws: ``AnalyseFailure``.
    package func run(_ file: InputFile, to descriptor: Int32, named outputName: String) async throws -> Notes
    {
        do {
            let output = OrderedOutput(to: descriptor, name: outputName, request: request)
            let skipped = try await report(on: file, into: output)
            let reached = await output.reached
            try await output.finish()
            let unreached = zip(request.phaseStarts, reached).filter { !$0.1 }.map(\.0)
            return Notes(skipped: skipped, unreached: unreached)
        } catch let error as IOError {
            throw AnalyseFailure.io(error)
        }
    }

    private func report(on file: InputFile, into output: OrderedOutput) async throws -> ProblemList {
        if request.pictures == nil {
            do {
                try await QuickReading(file: file, request: request).run(into: output)
                return ProblemList()
            } catch is Obstacle {
                try await output.reset()
            }
        }
        let pictures = try pictureFolder()
        do {
            return try await ThoroughReading(file: file, request: request, pictures: pictures).run(
                into: output
            )
        } catch {
            try await output.reset()
            throw error
        }
    }

    private func pictureFolder() throws -> PictureFolder? {
        guard let path = request.pictures, let draw else { return nil }
        return try PictureFolder(path: path, draw: draw)
    }
}
