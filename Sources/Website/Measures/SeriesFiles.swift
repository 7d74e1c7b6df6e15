import Drawing
import Markup
import Sightline
import Statistics
import Storage
import Subprocess

/// A series as files to keep: its chart as SVG and PNG, its data as a table.
enum SeriesFiles {
    static func svg(of reading: SeriesReading) -> Answer.File {
        Answer.File(picture(of: reading).bytes, mediaType: "image/svg+xml", name: "\(name(of: reading)).svg")
    }

    /// The same picture, drawn by librsvg at twice its size.
    ///
    /// - Parameter program: the name or the path of `rsvg-convert`.
    /// - Throws: `Failure.pngNeedsProgram` where the host doesn't have it.
    static func png(
        of reading: SeriesReading,
        by program: String,
        svg: Address? = nil
    ) async throws -> Answer.File {
        try await png(
            of: picture(of: reading).bytes,
            named: name(of: reading),
            by: program,
            svg: svg ?? .seriesPicture(reading.unit.id, reading.series.id, .svg)
        )
    }

    /// The same of any picture.
    ///
    /// - Parameters:
    ///   - picture: an SVG.
    ///   - svg: where there is the picture itself.
    static func png(
        of picture: [UInt8],
        named name: String,
        by program: String,
        svg: Address
    ) async throws -> Answer.File {
        let drawn: (status: TerminationStatus, bytes: [UInt8])
        do {
            let result = try await run(
                .name(program),
                arguments: ["--zoom", "2", "--background-color", "white"],
                input: .array(picture),
                output: .bytes(limit: 16_000_000)
            )
            drawn = (result.terminationStatus, result.standardOutput)
        } catch {
            throw Failure.pngNeedsProgram(svg: svg)
        }
        guard drawn.status.isSuccess else { throw Failure.unexpected }
        return Answer.File(drawn.bytes, mediaType: "image/png", name: "\(name).png")
    }

    /// One row a period, with everything that the chart shows.
    static func data(of reading: SeriesReading) -> TableDownload {
        TableDownload(SeriesDataTable(reading: reading), named: name(of: reading))
    }

    private static func picture(of reading: SeriesReading) -> SVG {
        SeriesChart.chart(of: reading, size: .page, showsTitle: true, idPrefix: "chart")
            .sheet(provenance: provenance(of: reading.measure.provenance))
    }

    /// Source, licence and attribution, as sentences.
    private static func provenance(of origin: Measure.Provenance) -> String {
        let parts = [
            origin.source.isEmpty ? "" : "Source: \(origin.source)",
            origin.licence.isEmpty ? "" : "Licence: \(origin.licence)", origin.attribution,
        ]
        return parts.filter { !$0.isEmpty }.map { $0.hasSuffix(".") ? $0 : "\($0)." }.joined(separator: " ")
    }

    private static func name(of reading: SeriesReading) -> String {
        let unit = reading.unit.code ?? reading.unit.name
        return [reading.measure.key, unit, reading.series.key.group].filter { !$0.isEmpty }.joined(
            separator: "-"
        )
    }
}
