/// What sends the browser on to a provider: a page, since browsers let no form lead to another site.
struct DeparturePage: Page {
    let provider: String
    let destination: String

    var title: String { "On to \(provider)" }
    var section: Section? { nil }
}
