import Sightline
import Storage

/// The letters that the site writes.
struct Letters {
    let site: SiteConfiguration
    let context: Context
    let connection: any SQLConnection

    func invite(_ email: String, _ name: String, as role: Role, on unit: Unit) throws {
        let secret = try InvitationStore.insert(
            email: email,
            name: name,
            role: role,
            on: unit.id,
            context,
            on: connection
        )
        try post(
            "You are invited to \(unit.name) on \(Product.name)",
            to: email,
            """
            \(context.author.name) invites you to \(unit.name) as \(role.article) \(role.word.lowercased()): \
            someone who \(role.explanation).

            Open this link to accept. It works once, within two weeks:

            \(link(.invitation(SignInCode(secret))))
            """
        )
    }

    func offerReset(to account: Account, at email: String) throws {
        let secret = try SignInStore.makeLink(
            for: account.id,
            .reset,
            validSeconds: 3_600,
            context,
            on: connection
        )
        try post(
            "Choose a new password for \(Product.name)",
            to: email,
            """
            Someone, you we hope, asked for a link to choose a new password. It works once, within an hour:

            \(link(.passwordReset(SignInCode(secret))))

            If it wasn't you, do nothing: your password stays as it is.
            """
        )
    }

    func tellOfNewPassword(_ email: String) throws {
        try post(
            "Your password for \(Product.name) was changed",
            to: email,
            """
            Your password was changed, and every other session of your account was ended.

            If it wasn't you, choose a new one at once and tell an administrator of your unit:

            \(link(.passwordResets))
            """
        )
    }

    func tellOfNewProvider(_ name: String, _ email: String) throws {
        try post(
            "Your account on \(Product.name) can be entered through \(name)",
            to: email,
            """
            Someone who was signed in to your account linked it to \(name): it can be entered that way from now on.

            If it wasn't you, choose a new password at once, unlink it on the page of your account, and tell an \
            administrator of your unit:

            \(link(.passwordResets))
            """
        )
    }

    private func link(_ address: Address) -> String { site.publicAddress + address.path }

    private func post(_ subject: String, to email: String, _ body: String) throws {
        try MailStore.post(subject, body + "\n", to: email, context, on: connection)
    }
}
