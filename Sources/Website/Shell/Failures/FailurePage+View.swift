import Markup

extension FailurePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">\(explanation)</p>
        <p>\(advice)</p>
        <p class="actions">\(wayBack)\(wayOut)<a class="button quiet" href="\(Address.root.path)">Go to home</a></p>
        </div>
        """
    }

    private var wayBack: HTML? {
        formPlace.map { "<a class=\"button\" href=\"\($0)\">Back to the form, with what you typed</a>" }
    }

    /// What can be had instead.
    private var wayOut: HTML? {
        guard case .pngNeedsProgram(let svg) = failure else { return nil }
        return "<a class=\"button\" href=\"\(svg.path)\">Download the chart (SVG)</a>"
    }
}
