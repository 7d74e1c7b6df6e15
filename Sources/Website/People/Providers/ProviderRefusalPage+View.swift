import Markup

extension ProviderRefusalPage {
    func content(in frame: Frame) -> HTML {
        let way = frame.visitorName == nil ? Address.signIn : Address.account
        let words = frame.visitorName == nil ? "Go to sign in" : "Go to your account"
        return """
            <div class="stack">
            <h1>\(title)</h1>
            <p class="lede">\(explanation)</p>
            <p>\(advice)</p>
            <p class="actions"><a class="button" href="\(way.path)">\(words)</a></p>
            </div>
            """
    }
}
