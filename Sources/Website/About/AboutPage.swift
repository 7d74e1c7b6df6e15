import Sightline
import Storage

/// What this is, and whose data it shows on what terms.
struct AboutPage: Page {
    /// The words that the licences of measures ask to be shown, each once.
    let attributions: [String]

    var title: String { "About" }
    var section: Section? { nil }

    init(on connection: any SQLConnection) throws {
        // Anyone may read this page, so it speaks of the measures that all share.
        let shared = try MeasureStore.all(on: connection).filter { $0.unit == nil }
        let found = shared.map(\.provenance.attribution)
        attributions = Set(found.filter { !$0.isEmpty }).sorted()
    }
}
