/// A public link that a secret opens now, by what it shows.
package enum OpenLink: Equatable, Sendable {
    case series(PublicLink<Series>)
    case programme(PublicLink<Programme>)
    case pack(PublicLink<Pack>)
    case report(PublicLink<Report>)
}
