import Markup
import Sightline

extension RolelessPage {
    func content(in frame: Frame) -> HTML {
        let email: HTML? = account.person.email.map { ", at <strong>\($0)</strong>" }
        return """
            <div class="stack">
            <h1>\(title)</h1>
            <p class="lede">You are signed in as \(account.person.name). What you may see and do depends on your roles \
            in the units of this community, and you have none so far.</p>
            <p>Ask for a role: tell an administrator of your unit to invite you\(email). Accept the invitation, and \
            the unit appears here.</p>
            <p class="actions"><a class="button" href="\(Address.units.path)">See the units</a>
            <a class="button quiet" href="\(Address.account.path)">Your account</a></p>
            </div>
            """
    }
}
