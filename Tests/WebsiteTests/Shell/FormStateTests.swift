import Markup
import Testing
import Website

struct FormStateTests {
    private let hostile = "\"><script>alert('x')</script>&"

    @Test func `what was typed comes back as text, whatever it is`() {
        let form = FormState(["name": hostile])
        let drawn = [form.text("name", hostile, hint: hostile), form.paragraph("name", hostile)]
        for html in drawn.map({ String(decoding: $0.bytes, as: UTF8.self) }) {
            #expect(!html.contains("<script>"))
            #expect(html.contains("&lt;script&gt;"))
        }
    }

    @Test func `a field in error is tied to its sentence and named in the summary`() throws {
        let form = FormState(problems: [.init("name", "Enter a name.")])
        let field = String(decoding: form.text("name", "Name").bytes, as: UTF8.self)
        #expect(field.contains("aria-invalid=\"true\""))
        #expect(field.contains("aria-describedby=\"name-error\""))
        #expect(field.contains("id=\"name-error\""))
        let summary = String(decoding: try #require(form.summary).bytes, as: UTF8.self)
        #expect(summary.contains("<a href=\"#name\">Name: enter a name.</a>"))
    }

    @Test func `a form without problems has no summary`() { #expect(FormState().summary == nil) }
}
