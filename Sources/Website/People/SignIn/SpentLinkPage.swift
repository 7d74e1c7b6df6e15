/// What a one-time link leads to that was already used, has run out, or never was one: all the same to a
/// stranger.
struct SpentLinkPage: Page {
    var title: String { "This link no longer works" }
    var section: Section? { nil }
}
