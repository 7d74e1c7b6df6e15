import Sightline
import Storage

/// A public link that an administrator asks for, and what the page that shows it says.
struct NewLink<Thing: LinkedThing> {
    let thing: Thing
    /// What the link shows: "Falls", "the theory of Home First".
    let name: String
    /// The unit that shares it.
    let unit: Unit
    /// The page of what it shows, and what that is called: "the series".
    let back: (address: Address, words: String)
    let section: Section

    /// Makes it, and shows it this once.
    ///
    /// - Parameter site: the address of the site, as those outside reach it.
    func make(
        _ form: Form,
        _ visit: Visit,
        _ site: String,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let expires = try PublicLinkForm.expiry(in: form, at: visit.now)
        let secret = try PublicLinkStore.make(to: thing, expires: expires, visit.context, on: connection)
        return .page(
            PublicLinkPage(
                unit: unit,
                subject: name,
                link: site + Address.shared(SignInCode(secret)).path,
                expires: expires,
                back: back,
                section: section
            )
        )
    }
}
