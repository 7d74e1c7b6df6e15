import Drawing
import Markup
import Statistics
import Testing

struct FunnelPictureTests {
    private func picture(_ institutions: [(Double, Double)], better: Direction = .up) throws -> FunnelPicture
    {
        var options = FunnelOptions(.proportion)
        options.multiplier = 100
        let plot = try FunnelPlot(
            numerators: institutions.map(\.0),
            denominators: institutions.map(\.1),
            options
        )
        var picture = FunnelPicture(
            title: "Seen in time",
            summary: "One is far below.",
            plot: plot,
            names: institutions.indices.map { "Place \($0) & <co>" },
            format: .percent,
            denominatorTitle: "Attendances",
            idPrefix: "funnel"
        )
        picture.better = better
        return picture
    }

    private let even: [(Double, Double)] = (1...20).map { (Double($0 * 80), Double($0 * 100)) }

    @Test(arguments: [ChartSize.page, .phone])
    func `an institution beyond the limits is named and marked by what it means`(size: ChartSize) throws {
        var funnel = try picture(even + [(500, 1000)])
        funnel.size = size
        let parsed = try ParsedPicture(funnel.svg())
        #expect(parsed.writing.contains("Place 20 & <co>"))
        #expect(!parsed.writing.contains("Place 3 & <co>"))
        #expect(!parsed.elements("path", class: "concern").isEmpty)
        #expect(parsed.elements("path", class: "improvement").isEmpty)
    }

    @Test func `the highlighted institution is named wherever it lies`() throws {
        var funnel = try picture(even)
        funnel.highlighted = 3
        let parsed = try ParsedPicture(funnel.svg())
        #expect(parsed.writing.contains("Place 3 & <co>"))
        #expect(parsed.elements("circle", class: "highlight").count == 1)
    }

    @Test func `every institution is drawn once, inside the picture`() throws {
        let funnel = try picture(even + [(0, 40), (40, 40), (1, 1), (900_000, 1_000_000)], better: .none)
        let parsed = try ParsedPicture(funnel.svg())
        let root = try #require(parsed.elements.first)
        let width = try #require(root.number("width"))
        let height = try #require(root.number("height"))
        let marks = parsed.elements("path", class: "mark")
        let points = marks.flatMap { ParsedPicture.starts(in: $0.attributes["d"] ?? "") }
        #expect(points.count == 24 + marks.count / 2)
        for point in points { #expect((0...width).contains(point.x) && (0...height).contains(point.y)) }
    }

    @Test func `the outer limits are drawn as far as the smallest institution`() throws {
        let funnel = try picture((1...20).map { (Double($0 * 10), Double($0 * 20)) })
        let parsed = try ParsedPicture(funnel.svg())
        let curve = try #require(parsed.elements("path", class: "outer").first?.attributes["d"])
        let mark = try #require(parsed.elements("path", class: "mark").first?.attributes["d"])
        let smallest = try #require(ParsedPicture.starts(in: mark).map(\.x).min())
        for start in ParsedPicture.starts(in: curve) { #expect(start.x <= smallest + 4) }
    }

    @Test func `no institutions, and institutions that are all alike, are drawn sensibly`() throws {
        #expect(try ParsedPicture(picture([]).svg()).writing.contains("No values to draw"))
        for institutions in [[(0.0, 10.0), (0, 20)], [(10, 10), (20, 20)], [(5, 10)]] {
            let text = try ParsedPicture(picture(institutions).svg()).source.lowercased()
            #expect(!text.contains("nan") && !text.contains("inf"))
        }
    }
}
