/// Why an account can't be changed as asked.
package enum AccountError: Error, Equatable, Sendable {
    case emailTaken(by: Account.ID)
    /// Nobody would be left who may look after a unit's people.
    case lastAdministrator
}
