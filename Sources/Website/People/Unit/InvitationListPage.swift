import Sightline

/// What a pasted list of people means, before a letter is sent.
struct InvitationListPage: Page {
    let unit: Unit
    let list: InvitationList
    /// As it was pasted.
    let text: String

    var title: String { "Check the list" }
    var section: Section? { .people }
}
