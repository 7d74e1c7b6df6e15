import Markup

extension FailurePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">\(explanation)</p>
        <p>\(advice)</p>
        <p><a class="button quiet" href="\(Address.root.path)">Go to home</a></p>
        </div>
        """
    }
}
