import Markup

extension FailurePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">\(explanation)</p>
        <p>\(advice)</p>
        <p class="actions">\(wayOut)<a class="button quiet" href="\(Address.root.path)">Go to home</a></p>
        </div>
        """
    }

    /// What can be had instead.
    private var wayOut: HTML? {
        guard case .pngNeedsProgram(let svg) = failure else { return nil }
        return "<a class=\"button\" href=\"\(svg.path)\">Download the chart (SVG)</a>"
    }
}
