import Sightline
import Storage

/// One recording: what it changed, and the way to take it back.
struct RecordingPage: Page {
    let recording: Recording
    let unit: Unit
    let undoing: Undoing
    /// Whether the file's hash is shown: with few numbers unknown, it gives them away to whoever tries them all.
    let showsHash: Bool
    var form = FormState()

    var title: String { recording.heading }
    var section: Section? { .imports }

    /// Whether the visitor can take it back from here.
    enum Undoing: Equatable, Sendable {
        case possible
        case notPermitted
        /// It changed series outside the unit too.
        case elsewhere
    }

    /// - Throws: `Failure.notFound` for a recording that changed nothing in the unit or below it.
    init(
        of address: (unit: Unit.ID, recording: Recording.ID),
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        let reader = try visit.readership(on: connection)
        let tree = reader.tree
        let touched = try RecordingStore.units(of: address.recording, on: connection)
        guard
            let unit = tree[address.unit],
            let recording = try RecordingStore.find(address.recording, on: connection),
            touched.contains(where: { tree.contains($0, within: unit.id) }),
            try RecordingStore.isReadable(recording.id, for: reader, on: connection)
        else { throw Failure.notFound }
        self.recording = recording
        self.unit = unit
        let isInside = touched.allSatisfy { tree.contains($0, within: unit.id) }
        let isPermitted = visit.may(.recordData, on: unit.id, in: tree)
        let hasRules = reader.measures.measures.contains { $0.disclosure != nil }
        showsHash = !hasRules || touched.allSatisfy(reader.isInside)
        undoing = !isPermitted ? .notPermitted : isInside ? .possible : .elsewhere
    }
}
