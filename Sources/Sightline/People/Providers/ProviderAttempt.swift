/// A sign-in that was begun in a browser and that an identity provider is to answer.
///
/// The state travels through the provider, the browser's secret stays in a cookie. The database keeps the hashes of
/// both; the nonce and the verifier follow from the browser's secret, so that nothing in it is of use to a thief.
package struct ProviderAttempt: Sendable {
    package let state: Secret
    package let browser: Secret
    package let issuer: String
    /// The account that the identity is to be linked to; nil to sign in.
    package let account: Account.ID?

    /// A fresh attempt.
    package init(issuer: String, account: Account.ID?, _ context: Context) {
        self.init(state: Secret(context), browser: Secret(context), issuer: issuer, account: account)
    }

    init(state: Secret, browser: Secret, issuer: String, account: Account.ID?) {
        self.state = state
        self.browser = browser
        self.issuer = issuer
        self.account = account
    }

    /// What the provider puts into its token.
    package var nonce: String { derived("nonce") }
    /// What the code is redeemed with: 64 hexadecimal digits.
    package var verifier: String { derived("verifier") }

    private func derived(_ purpose: String) -> String {
        Digest.sha256(Array("\(purpose) \(browser.text)".utf8))
    }

    /// How long an answer may take.
    package static let validSeconds: Int64 = 10 * 60
}
