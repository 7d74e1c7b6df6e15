/// A form that someone sent and that could not be taken, because their session had ended: kept for an hour, for the
/// same person in the same browser only.
package struct Draft: Equatable, Sendable {
    package var account: Account.ID
    /// The address that the form is sent to.
    package var action: String
    /// The address of the page that it stands on.
    package var page: String
    /// Every field with what was typed, in no order; never a password or a file.
    package var fields: [Revision.Field]
    /// Whether a file was chosen, which has to be chosen again.
    package var hadFile: Bool

    package init(
        account: Account.ID,
        action: String,
        page: String,
        fields: [Revision.Field],
        hadFile: Bool
    ) {
        self.account = account
        self.action = action
        self.page = page
        self.fields = fields
        self.hadFile = hadFile
    }

    package static let keptSeconds: Int64 = 3_600
    /// The oldest of someone's go when there are more.
    static let most = 20
}
