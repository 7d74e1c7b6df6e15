import Sightline

/// Recovery codes, the only time that they can be seen.
struct RecoveryCodesPage: Page {
    let codes: [RecoveryCode]

    var title: String { "Your recovery codes" }
    var section: Section? { nil }
}
