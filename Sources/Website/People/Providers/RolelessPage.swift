import Sightline

/// The start of someone who has an account and no role yet.
struct RolelessPage: Page {
    let account: Account

    var title: String { "You have no role here yet" }
    var section: Section? { nil }
}
