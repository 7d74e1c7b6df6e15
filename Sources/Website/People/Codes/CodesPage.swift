import Sightline
import Storage

/// Someone's own one-time codes: turning them on, how they stand, turning them off.
struct CodesPage: Page {
    /// How far the account is.
    enum State: Sendable {
        case off
        /// A secret waits for its first code.
        case waiting(CodeSecret)
        case on(CodeStore.State)
    }

    let account: Account
    let state: State
    /// Whether a role of theirs needs codes.
    let isNeeded: Bool
    /// Whether turning them on asks for the password: there is one, and it wasn't typed just now.
    let asksForPassword: Bool
    var form = FormState()

    var title: String { "One-time codes" }
    var section: Section? { nil }

    /// Seconds after signing in during which the password isn't asked for again.
    private static let freshSeconds: Int64 = 600

    init(for visit: Visit, on connection: any SQLConnection) throws {
        guard let account = visit.account, let secret = visit.session else { throw Failure.signInNeeded }
        self.account = account
        if let state = try CodeStore.state(of: account.id, on: connection) {
            self.state = .on(state)
        } else if let secret = try CodeStore.waiting(of: account.id, at: visit.now, on: connection) {
            state = .waiting(secret)
        } else {
            state = .off
        }
        isNeeded = try RequiredCodeStore.isNeeded(by: account, on: connection)
        let session = try SignInStore.session(secret, at: visit.now, on: connection)
        let isFresh =
            session.map { visit.now < $0.created.advanced(bySeconds: Self.freshSeconds) } ?? false
        asksForPassword = try !isFresh && CredentialStore.find(account.id, on: connection) != nil
    }

    /// What the QR code says to the app, in the form that all of them read.
    static func link(_ secret: CodeSecret, of account: Account) -> String {
        let name = PercentEncoding.encode(account.person.email ?? account.person.name)
        let issuer = PercentEncoding.encode(Product.name)
        return """
            otpauth://totp/\(issuer):\(name)?secret=\(secret.base32)&issuer=\(issuer)&algorithm=SHA1\
            &digits=\(CodeSecret.digits)&period=\(CodeSecret.stepSeconds)
            """
    }
}
