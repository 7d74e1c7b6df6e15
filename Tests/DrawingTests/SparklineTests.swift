import Drawing
import Markup
import Statistics
import Testing

struct SparklineTests {
    @Test(arguments: ControlChartTests.series)
    func `a sparkline keeps its points inside`(series: ControlChartTests.Series) throws {
        let analysis = try Samples.chart(series.values, missing: series.missing).analysis
        let sparkline = Sparkline(analysis: analysis, summary: "a < b")
        let picture = try ParsedPicture(sparkline.svg())
        #expect(picture.elements.first?.attributes["aria-label"] == "a < b")
        #expect(!picture.source.contains("nan"))
        let paths = picture.elements("path", class: "series") + picture.elements("path", class: "mark")
        for point in paths.flatMap({ ParsedPicture.starts(in: $0.attributes["d"] ?? "") }) {
            #expect((0...sparkline.width).contains(point.x) && (0...sparkline.height).contains(point.y))
        }
    }

    @Test func `only the newest point is marked, by what it means`() throws {
        let chart = try Samples.chart(Samples.values(40, shift: 20), better: .down)
        let picture = try ParsedPicture(Sparkline(analysis: chart.analysis, summary: nil).svg())
        let marks = picture.elements("path", class: "mark")
        #expect(marks.count == 1 && marks.first?.classes.contains("concern") == true)
        #expect(picture.elements.first?.attributes["aria-hidden"] == "true")
    }
}
