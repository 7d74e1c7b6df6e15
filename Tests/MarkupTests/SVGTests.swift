import Markup
import Testing

struct SVGTests {
    private func text(_ svg: SVG) -> String { String(decoding: svg.bytes, as: UTF8.self) }

    @Test func `text is escaped and literals are not`() {
        let colour: StaticString = "#005eb8"
        let picture: SVG = "<text fill='\(colour)'>\("A & E's <x>")</text>"
        #expect(text(picture) == "<text fill='#005eb8'>A &amp; E&#39;s &lt;x&gt;</text>")
    }

    @Test(
        arguments: [
            (0, "0"), (1, "1"), (-0.04, "0"), (12.34, "12.3"), (-7.96, "-8"), (0.05, "0.1"), (-0.5, "-0.5"),
            (1000, "1000"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
        ] as [(Double, String)]
    )
    func `coordinates have at most one decimal and are always numbers`(value: Double, expected: String) {
        #expect(text("\(value)") == expected)
        var appended = SVG()
        appended.append("M")
        appended.append(value)
        #expect(text(appended) == "M" + expected)
    }

    @Test func `a picture is embedded in a page unescaped`() {
        let picture: SVG = "<svg><g id='\("a")-\(3)'/></svg>"
        let page: HTML = "<figure>\(picture)</figure>"
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<figure><svg><g id='a-3'/></svg></figure>")
    }
}
