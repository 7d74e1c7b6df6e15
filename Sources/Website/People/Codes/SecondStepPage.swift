/// Where someone whose password was right gives a code.
struct SecondStepPage: Page {
    var form = FormState()

    var title: String { "One-time code" }
    var section: Section? { nil }
}
