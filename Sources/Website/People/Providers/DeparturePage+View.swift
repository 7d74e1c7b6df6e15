import Markup

extension DeparturePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">You sign in there, and are sent back here.</p>
        <p class="actions"><a class="button" href="\(destination)" rel="noreferrer">Go on to \(provider)</a></p>
        </div>
        """
    }
}
