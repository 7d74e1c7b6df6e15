import Drawing
import Markup
import Testing

/// What holds for the drawings of any theory.
struct TheoryLayoutTests {
    private typealias Corner = [Double]

    /// A theory of some layers with some boxes each, and arrows between any of them.
    private static func picture(
        _ seed: UInt64,
        _ arrangement: TheoryPicture.Arrangement
    ) -> TheoryPicture {
        var random = Random(state: seed)
        let columns = (0..<Int.random(in: 1...6, using: &random)).map { layer in
            TheoryPicture.Column(
                name: "Layer \(layer)",
                boxes: (0..<Int.random(in: 1...5, using: &random)).map { slot in
                    TheoryPicture.Box(id: "\(layer)-\(slot)", text: "Box \(layer) \(slot)")
                }
            )
        }
        let ids = columns.flatMap { $0.boxes.map(\.id) }
        let arrows = (0..<Int.random(in: 0...12, using: &random)).compactMap {
            index -> TheoryPicture.Arrow? in
            guard let from = ids.randomElement(using: &random), let to = ids.randomElement(using: &random),
                from != to
            else { return nil }
            let strokes: [TheoryPicture.Stroke] = [.untested, .mixed, .supported, .refuted]
            return TheoryPicture.Arrow(
                from: from,
                to: to,
                word: "word\(index)",
                stroke: strokes[index % 4],
                assumptions: index % 3 == 0 ? "Something \(index) holds" : ""
            )
        }
        return TheoryPicture(
            title: "Theory",
            summary: "Random.",
            columns: columns,
            arrows: arrows,
            arrangement: arrangement,
            idPrefix: "t"
        )
    }

    /// The corner of each box, by its id, in the order in which they are drawn.
    private static func corners(_ picture: TheoryPicture) throws -> [(id: String, corner: Corner)] {
        let elements = try ParsedPicture(picture.svg()).elements
        return zip(elements, elements.dropFirst()).compactMap { group, box in
            guard let id = group.attributes["data-node"], let x = box.number("x"), let y = box.number("y")
            else { return nil }
            return (id, [x, y])
        }
    }

    @Test(arguments: [TheoryPicture.Arrangement.columns, .rows], Array(UInt64(1)...40))
    func `a box that is added moves no other`(arrangement: TheoryPicture.Arrangement, seed: UInt64) throws {
        let before = Self.picture(seed, arrangement)
        let known = try Self.corners(before)
        #expect(known.count == before.columns.reduce(0) { $0 + $1.boxes.count })
        for layer in before.columns.indices {
            var after = before
            after.columns[layer].boxes.append(TheoryPicture.Box(id: "new", text: "New"))
            after.arrows.append(
                TheoryPicture.Arrow(from: "new", to: known[0].id, word: "untested", stroke: .untested)
            )
            let found = try Self.corners(after)
            #expect(found.count == known.count + 1)
            let others = found.filter { $0.id != "new" }
            #expect(others.map(\.id) == known.map(\.id))
            #expect(others.map(\.corner) == known.map(\.corner))
        }
    }

    @Test(arguments: [TheoryPicture.Arrangement.columns, .rows], Array(UInt64(1)...20))
    func `a layer that is new moves only what lies after it, all by the same`(
        arrangement: TheoryPicture.Arrangement,
        seed: UInt64
    ) throws {
        let before = Self.picture(seed, arrangement)
        let known = try Self.corners(before)
        for layer in 0...before.columns.count {
            var after = before
            let column = TheoryPicture.Column(name: "New", boxes: [TheoryPicture.Box(id: "new", text: "New")])
            after.columns.insert(column, at: layer)
            let others = try Self.corners(after).filter { $0.id != "new" }
            #expect(others.map(\.id) == known.map(\.id))
            let earlier = before.columns.prefix(layer).reduce(0) { $0 + $1.boxes.count }
            #expect(others.prefix(earlier).map(\.corner) == known.prefix(earlier).map(\.corner))
            let moves = zip(others, known).dropFirst(earlier).map {
                zip($0.corner, $1.corner).map { ($0 - $1).rounded() }
            }
            #expect(Set(moves).count <= 1)
        }
    }

    @Test(arguments: [TheoryPicture.Arrangement.columns, .rows], Array(UInt64(1)...40))
    func `everything lies inside the picture, and no two boxes on each other`(
        arrangement: TheoryPicture.Arrangement,
        seed: UInt64
    ) throws {
        let picture = Self.picture(seed, arrangement)
        let parsed = try ParsedPicture(picture.svg())
        let root = try #require(parsed.elements.first)
        let (width, height) = (try #require(root.number("width")), try #require(root.number("height")))
        let corners = try Self.corners(picture).map(\.corner)
        for (index, corner) in corners.enumerated() {
            #expect(corner[0] >= 0 && corner[0] + 190 <= width && corner[1] + 84 <= height)
            for other in corners[(index + 1)...] {
                #expect(abs(corner[0] - other[0]) >= 190 || abs(corner[1] - other[1]) >= 84)
            }
        }
        for arrow in parsed.elements("path", class: "arrow") + parsed.elements("path", class: "head") {
            let numbers = ParsedPicture.numbers(in: arrow.attributes["d"] ?? "")
            #expect(!numbers.isEmpty && numbers.allSatisfy { $0.isFinite })
            for (index, number) in numbers.enumerated() {
                #expect(number >= -1 && number <= (index.isMultiple(of: 2) ? width : height) + 1)
            }
        }
        #expect(parsed.elements("path", class: "arrow").count == picture.arrows.count)
    }

    @Test(arguments: [TheoryPicture.Arrangement.columns, .rows])
    func `an arrow's state is a word and a kind of line, and what it assumes is told below`(
        arrangement: TheoryPicture.Arrangement
    ) throws {
        var picture = Self.picture(1, arrangement)
        picture.columns = ["a", "b"].map {
            TheoryPicture.Column(name: $0, boxes: [TheoryPicture.Box(id: $0, text: $0)])
        }
        let strokes: [(String, TheoryPicture.Stroke)] = [
            ("untested", .untested), ("mixed", .mixed), ("supported", .supported), ("refuted", .refuted),
        ]
        var kinds: Set<String> = []
        for (word, stroke) in strokes {
            picture.arrows = [
                TheoryPicture.Arrow(from: "b", to: "a", word: word, stroke: stroke, assumptions: "Staff stay")
            ]
            let parsed = try ParsedPicture(picture.svg())
            let arrow = try #require(parsed.elements("path", class: "arrow").first)
            kinds.insert(
                (arrow.attributes["stroke-dasharray"] ?? "") + (arrow.attributes["stroke-width"] ?? "")
            )
            #expect(Set(parsed.elements("path", class: "arrow").map { $0.attributes["stroke"] }).count == 1)
            #expect(parsed.writing.contains("\(word) · A1"))
            #expect(parsed.writing.contains("A1 assumes: Staff stay"))
        }
        #expect(kinds.count == strokes.count)
    }

    /// SplitMix64, so that a seed gives the same theory on every machine.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
