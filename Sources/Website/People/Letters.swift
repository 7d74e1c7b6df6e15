import Sightline
import Storage

/// The letters that the site writes.
struct Letters {
    let site: SiteConfiguration
    let context: Context
    let connection: any SQLConnection

    /// - Parameter known: who gets the account, where the unit knows them already.
    func invite(
        _ email: String,
        _ name: String,
        as role: Role,
        for known: KnownPerson? = nil,
        on unit: Unit
    ) throws {
        let known = try known ?? KnownPersonStore.find(email: email, in: unit.id, on: connection)
        let secret = try InvitationStore.insert(
            email: email,
            name: name,
            role: role,
            for: known?.id,
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

    /// Tells someone at their old address that letters go elsewhere now.
    func tellOfNewAddress(_ new: String?, by author: String, to old: String) throws {
        try post(
            "Your address for \(Product.name) was changed",
            to: old,
            """
            \(author) changed the address of your account\(new.map { " to \($0)" } ?? ": it has none now").

            If that isn't right, tell an administrator of your unit at once: whoever reads letters there can choose a \
            new password for it.
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

    /// Tells someone that the codes of their account were turned on or off, or used up.
    func tellOfCodes(_ event: CodeEvent, to account: Account) throws {
        guard let email = account.person.email else { return }
        try post(
            "\(event.subject) for \(Product.name)",
            to: email,
            """
            \(event.sentence)

            If you know of this, there is nothing to do. If not, choose a new password at once and tell an \
            administrator of your unit:

            \(link(.passwordResets))
            """
        )
    }

    /// What happened to someone's codes.
    enum CodeEvent {
        case begun, ended, renewed
        case takenAway(by: String)
        case recovered(left: Int)
        case guessed

        var subject: String {
            switch self {
            case .begun: "One-time codes are on"
            case .ended, .takenAway: "One-time codes are off"
            case .renewed: "New recovery codes"
            case .recovered: "A recovery code was used"
            case .guessed: "Wrong one-time codes"
            }
        }

        var sentence: String {
            switch self {
            case .begun:
                "One-time codes were turned on for your account: each sign-in asks for one after the password."
            case .ended: "One-time codes were turned off for your account: the password alone signs in."
            case .takenAway(let name):
                "\(name) turned one-time codes off for your account, as for someone whose device is lost, and ended "
                    + "its sessions."
            case .renewed:
                "New recovery codes were made for your account; the old ones are worth nothing now."
            case .recovered(let left):
                AccountSentences.recovered(left: left)
            case .guessed:
                "Someone who knows your password has given many wrong codes. For a quarter of an hour only recovery "
                    + "codes are taken."
            }
        }
    }

    private func link(_ address: Address) -> String { site.publicAddress + address.path }

    private func post(_ subject: String, to email: String, _ body: String) throws {
        try MailStore.post(subject, body + "\n", to: email, context, on: connection)
    }
}
