import Drawing
import Markup
import Statistics
import Testing

struct IconTests {
    static let variations: [Variation] = [.improvement, .concern, .high, .low, .commonCause, .tooFew]
    static let assurances: [Assurance] = [.passing, .failing, .hitOrMiss, .noTarget, .tooFew]

    @Test func `every icon differs from every other in shape and in word`() throws {
        for icons in [Self.variations.map { Icon($0) }, Self.assurances.map { Icon($0) }] {
            let shapes = try icons.map { icon in
                try ParsedPicture(icon.svg()).elements.dropFirst().map {
                    [$0.name, $0.attributes["d"], $0.attributes["r"], $0.attributes["cx"]]
                }
            }
            #expect(Set(shapes).count == icons.count)
            #expect(Set(icons.map(\.title)).count == icons.count)
        }
    }

    @Test func `every use has its definition`() throws {
        let definitions = Set(
            try ParsedPicture(Icon.definitions).elements("symbol").compactMap { $0.attributes["id"] }
        )
        for icon in Self.variations.map({ Icon($0) }) + Self.assurances.map({ Icon($0) }) {
            let use = try #require(ParsedPicture(icon.use(isLabelled: true)).elements("use").first)
            #expect(definitions.contains(String(use.attributes["href"]?.dropFirst() ?? "")))
        }
        #expect(definitions.count == 10)
    }

    @Test func `an icon speaks unless its word stands beside it`() throws {
        let icon = Icon(Variation.concern)
        let labelled = try #require(ParsedPicture(icon.use(isLabelled: true)).elements.first)
        #expect(labelled.attributes["role"] == "img" && labelled.attributes["aria-label"] == "Concern")
        let silent = try #require(ParsedPicture(icon.use(isLabelled: false)).elements.first)
        #expect(silent.attributes["aria-hidden"] == "true" && silent.attributes["aria-label"] == nil)
    }
}
