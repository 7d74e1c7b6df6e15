/// Someone signed in on one device.
package struct Session: Equatable, Sendable {
    package var account: Account.ID
    package var created: Timestamp
    /// When it was last used.
    package var seen: Timestamp
    /// The browser that holds it, in a word or two.
    package var device: String
    /// Names it to its own person: the beginning of the hash of its secret, of which nothing can be learned.
    package var handle: String

    static let handleLength = 16

    /// How long sessions last.
    package struct Limits: Equatable, Sendable {
        /// Seconds without use.
        package var idle: Int64
        /// Seconds since sign-in.
        package var absolute: Int64

        package init(idle: Int64 = 8 * 3_600, absolute: Int64 = 30 * 24 * 3_600) {
            self.idle = idle
            self.absolute = absolute
        }
    }

    package func isValid(at now: Timestamp, _ limits: Limits = Limits()) -> Bool {
        now < seen.advanced(bySeconds: limits.idle) && now < created.advanced(bySeconds: limits.absolute)
    }
}
