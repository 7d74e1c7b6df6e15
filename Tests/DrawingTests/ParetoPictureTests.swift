import Drawing
import Markup
import Statistics
import Testing

struct ParetoPictureTests {
    private func picture(_ counts: [(name: String, count: Int)]) -> ParetoPicture {
        ParetoPicture(
            title: "Reasons",
            summary: "Transport leads.",
            pareto: Pareto(counts: counts),
            idPrefix: "p"
        )
    }

    @Test func `bars are as long as their counts, the longest first`() throws {
        let parsed = try ParsedPicture(picture([("b", 50), ("a", 100), ("c", 25)]).svg())
        let lengths = parsed.elements("rect", class: "bar").compactMap { $0.number("width") }
        try #require(lengths.count == 3)
        #expect(abs(lengths[0] - 2 * lengths[1]) < 0.3 && abs(lengths[0] - 4 * lengths[2]) < 0.3)
        #expect(parsed.writing.suffix(9) == ["a", "100", "57%", "b", "50", "86%", "c", "25", "100%"])
    }

    @Test func `the bars down to 80 per cent stand out`() throws {
        let parsed = try ParsedPicture(picture([("a", 70), ("b", 15), ("c", 10), ("d", 5)]).svg())
        #expect(parsed.elements("rect", class: "vital").count == 2)
    }

    @Test func `nothing counted is said`() throws {
        #expect(try ParsedPicture(picture([]).svg()).writing.contains("No values to draw"))
    }
}
