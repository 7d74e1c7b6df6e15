import Markup

extension LettersPage {
    func content(in frame: Frame) -> HTML {
        let none: HTML = "<p class=\"muted\">No letter has been written yet.</p>"
        return """
            <div class="stack">
            <h1>\(title)</h1>
            <p class="lede">This server keeps its letters in a folder and sends none. They hold links that sign people \
            in, so only administrators of the whole community see them.</p>
            \(letters.isEmpty ? none : "\(letters.map(letter))")
            </div>
            """
    }

    private func letter(_ text: String) -> HTML {
        "<pre class=\"code letter\" tabindex=\"0\">\(text)</pre>"
    }
}
