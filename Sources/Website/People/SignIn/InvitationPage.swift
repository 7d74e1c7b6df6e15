import Sightline
import Storage

/// What the link of an invitation opens: who invites to what, and the way to accept.
struct InvitationPage: Page {
    let code: SignInCode
    let invitation: Invitation
    let unitName: String
    /// Whether the address has an account already, which then gets the role.
    let hasAccount: Bool
    var form: FormState

    var title: String { "You are invited" }
    var section: Section? { nil }

    /// Nil where the link is unknown, used, withdrawn or has run out.
    init?(of code: SignInCode, at now: Timestamp, on connection: any SQLConnection) throws {
        guard
            let secret = code.secret,
            let invitation = try InvitationStore.find(secret, on: connection),
            invitation.state(at: now) == .open,
            let unit = try UnitStore.find(invitation.unit, on: connection)
        else { return nil }
        self.code = code
        self.invitation = invitation
        unitName = unit.name
        hasAccount = try AccountStore.find(email: invitation.email, on: connection) != nil
        form = FormState(["name": invitation.name])
    }
}
