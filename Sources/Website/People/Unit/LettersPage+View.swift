import Markup
import Sightline

extension LettersPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">This server keeps its letters in a folder and sends none. They hold links that sign people \
        in, so only administrators of the whole community see them.</p>
        <p>\(PeopleSentences.keptLetters(letters.count))</p>
        \(letters.map(letter))
        </div>
        """
    }

    private func letter(_ text: String) -> HTML {
        "<pre class=\"code letter\" tabindex=\"0\">\(text)</pre>"
    }
}
