import Markup

extension SpentLinkPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>\(title)</h1>
        <p class="lede">A link signs in once, and only for a day. This one has been used, or its time is \
        over.</p>
        <p>Ask the person who sent it for another. If you run this server, start <code>sightline \
        serve</code> again: it prints a fresh link.</p>
        </div>
        """
    }
}
