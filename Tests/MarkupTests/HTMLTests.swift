import Markup
import Testing

struct HTMLTests {
    private func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        (#""quoted" 'twice'"#, "&quot;quoted&quot; &#39;twice&#39;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("Ynys Môn — £5 🙂", "Ynys Môn — £5 🙂"), ("tab\tand\nline", "tab\tand\nline"),
        ("null\u{0}bell\u{7}", "null\u{FFFD}bell\u{FFFD}"), ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}"),
        ("\u{FFFD}ﬁ", "\u{FFFD}ﬁ"),
    ])
    func `interpolated text is escaped`(plain: String, escaped: String) {
        #expect(text("<p title=\"\(plain)\">\(plain)</p>") == "<p title=\"\(escaped)\">\(escaped)</p>")
    }

    @Test func `literals, numbers and markup are embedded as they are`() {
        let cell: HTML = "<td>\(-42)</td>"
        let nothing: HTML? = nil
        let row: HTML = "<tr>\(cell)\([cell, cell])\(nothing)\(Optional(cell))</tr>"
        #expect(text(row) == "<tr><td>-42</td><td>-42</td><td>-42</td><td>-42</td></tr>")
    }

    @Test func `pieces are appended in order`() {
        var list = HTML()
        list.reserveCapacity(100)
        for word in ["a", "<b>"] { list += "<li>\(word)" }
        list += "\(SVG("<svg/>"))"
        list += HTML(trusted: Array("!".utf8))
        #expect(text(list) == "<li>a<li>&lt;b&gt;<svg/>!")
    }
}
