/// Whether a public link opens anything.
package enum PublicLinkState: Equatable, Sendable {
    case open, expired, revoked
}
