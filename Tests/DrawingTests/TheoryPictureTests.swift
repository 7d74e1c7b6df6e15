import Drawing
import Markup
import Testing

struct TheoryPictureTests {
    private func picture(_ ideas: [String]) -> TheoryPicture {
        TheoryPicture(
            title: "Falls & <theory>",
            summary: "Two arrows.",
            columns: [
                TheoryPicture.Column(
                    name: "Aims",
                    boxes: [TheoryPicture.Box(id: "aim", text: "Fewer falls")]
                ),
                TheoryPicture.Column(
                    name: "Change ideas",
                    boxes: ideas.map { TheoryPicture.Box(id: $0, text: $0) }
                ),
            ],
            arrows: ideas.map {
                TheoryPicture.Arrow(from: $0, to: "aim", word: "untested", stroke: .untested)
            },
            idPrefix: "theory"
        )
    }

    private func boxes(_ svg: String) -> [String] {
        svg.matches(of: /<rect x='[^>]*rx='4'[^>]*>/).map { String($0.output) }
    }

    @Test func `boxes stay where they are when one is added`() {
        let before = boxes(String(decoding: picture(["Huddle", "Socks"]).svg().bytes, as: UTF8.self))
        let after = boxes(String(decoding: picture(["Huddle", "Socks", "Rails"]).svg().bytes, as: UTF8.self))
        #expect(before.count == 3 && after.count == 4)
        #expect(Array(after.prefix(3)) == before)
    }

    @Test func `the aim is on the left, and every arrow says its state in a word`() throws {
        let svg = String(decoding: picture(["Huddle", "Socks"]).svg().bytes, as: UTF8.self)
        #expect(svg.matches(of: />untested</).count == 2)
        let aim = try #require(svg.firstRange(of: "Fewer falls"))
        let idea = try #require(svg.firstRange(of: ">Huddle<"))
        #expect(aim.lowerBound < idea.lowerBound)
        #expect(svg.contains("Falls &amp; &lt;theory&gt;"))
        #expect(!svg.contains("<theory>"))
    }

    @Test func `a theory without nodes, and an arrow to nowhere, draw nothing wrong`() {
        var empty = picture([])
        empty.columns = []
        empty.arrows = [TheoryPicture.Arrow(from: "a", to: "b", word: "mixed", stroke: .mixed)]
        let svg = String(decoding: empty.svg().bytes, as: UTF8.self)
        #expect(!svg.contains("mixed") && !svg.contains("nan"))
    }

    @Test func `an arrow that skips a column runs between its rows, not behind its boxes`() throws {
        let names = ["aim", "driver", "idea"]
        let skipping = TheoryPicture(
            title: "Falls",
            summary: "One arrow.",
            columns: names.map { name in
                TheoryPicture.Column(name: name, boxes: [TheoryPicture.Box(id: name, text: name)])
            },
            arrows: [TheoryPicture.Arrow(from: "idea", to: "aim", word: "mixed", stroke: .mixed)],
            idPrefix: "theory"
        )
        let svg = String(decoding: skipping.svg().bytes, as: UTF8.self)
        let box = try #require(svg.firstMatch(of: /y='([\d.]+)' width='[\d.]+' height='([\d.]+)' rx/))
        let bottom = try #require(Double(box.output.1)) + (try #require(Double(box.output.2)))
        let level = try #require(svg.firstMatch(of: /M[\d. ]+C(?:[\d.]+ ){5}([\d.]+)C/))
        let passing = try #require(Double(level.output.1))
        #expect(passing > bottom)
    }

    @Test func `a ramp rises from step to step`() throws {
        let steps = (1...4).map { RampPicture.Step(name: "Cycle \($0)", scale: "5 people", state: "Adapt") }
        let ramp = RampPicture(title: "Ramp", summary: "Four.", steps: steps, idPrefix: "ramp")
        let svg = String(decoding: ramp.svg().bytes, as: UTF8.self)
        let tops = svg.matches(of: /<rect x='[\d.]+' y='([\d.]+)'/).compactMap { Double($0.output.1) }
        #expect(tops.count == 4)
        #expect(zip(tops, tops.dropFirst()).allSatisfy { $0 > $1 })
    }
}
