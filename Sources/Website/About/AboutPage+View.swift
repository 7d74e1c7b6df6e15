import Markup
import Sightline

extension AboutPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>About \(Product.name)</h1>
        <p class="lede">\(Product.name) shows a community that joins up care, during the work, what is \
        and isn’t working, and whether patients, staff and taxpayers end up better off.</p>
        <section><h2>How it judges</h2>
        <p>Every series is watched by the same rules, those of \(Product.rules), unless its measure says \
        otherwise. A signal means that chance alone would seldom look like this; it doesn’t say why. With \
        many measures some signals are chance: pages say how many to expect.</p>
        <p>“Cannot tell” is an honest answer where there are too few points. Nothing is ranked, averaged \
        into one score or coloured red, amber and green.</p></section>
        <section><h2>Data licences</h2>\(licences)</section>
        <section><h2>The program</h2>
        <p>\(Product.name) \(Product.version), free software under the Apache License 2.0.</p></section>
        </div>
        """
    }

    private var licences: HTML {
        let told = HomeSentences.licences(attributions.count)
        guard !attributions.isEmpty else { return "<p>\(told)</p>" }
        return "<p>\(told)</p><ul>\(attributions.map { "<li>\($0)</li>" as HTML })</ul>"
    }
}
