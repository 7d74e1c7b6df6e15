/// What the site does for people who see, hear, move or think in different ways, and where it falls short.
struct AccessibilityPage: Page {
    var title: String { "Accessibility" }
    var section: Section? { nil }
}
