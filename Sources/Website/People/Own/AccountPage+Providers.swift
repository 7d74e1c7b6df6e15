import Markup
import OpenID
import Sightline

extension AccountPage {
    /// The identity providers that the account can be entered through, and those that it could be.
    func providerList(in frame: Frame) -> HTML? {
        guard !providers.isEmpty || !identities.isEmpty else { return nil }
        let linked = identities.map { identity -> HTML in
            let provider = providers.first { $0.provider.issuer == identity.issuer }
            let end: HTML = """
                <input type="hidden" name="identity" value="\(identity.handle)"><button class="link">Unlink it</button>
                """
            return """
                <li><strong>\(provider?.name ?? identity.issuer)</strong>
                <span class="muted">since \(identity.created.words)</span>
                \(frame.form(to: .endedIdentities, content: end))</li>
                """
        }
        let open = providers.filter { provider in
            !identities.contains { $0.issuer == provider.provider.issuer }
        }
        let buttons = open.map { provider in
            frame.form(
                to: .accountProvider(provider.key),
                content: "<button class=\"quiet\">Link \(provider.name)</button>"
            )
        }
        let list: HTML? = linked.isEmpty ? nil : "<ul class=\"signals\">\(linked)</ul>"
        return """
            <section class="panel"><h2>Other ways to sign in</h2>
            <p>\(AccountSentences.providers(linked.count))</p>\(list)\(buttons)</section>
            """
    }
}
