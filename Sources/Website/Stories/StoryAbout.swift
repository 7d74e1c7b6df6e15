import Sightline
import Storage

/// What a story of a unit can tell of: its programmes and their cycles, as far as the visitor may read them.
struct StoryAbout: Sendable {
    struct Choice: Sendable {
        let programme: Programme
        /// Nil for the programme as a whole.
        let cycle: Cycle?

        var id: String { cycle?.id.pathText ?? programme.id.pathText }
        var label: String { cycle.map { "\(programme.title): \($0.question)" } ?? programme.title }
        var address: Address {
            cycle.map { .cycle(programme.unit, programme.id, $0.id) } ?? programme.address
        }
    }

    let choices: [Choice]

    init(of unit: Unit.ID, for reader: Readership, on connection: any SQLConnection) throws {
        choices = try ProgrammeStore.all(of: unit, on: connection).filter { reader.may(.read, $0) }
            .flatMap { programme in
                let cycles = try CycleStore.all(of: programme.id, on: connection)
                return [Choice(programme: programme, cycle: nil)]
                    + cycles.map { Choice(programme: programme, cycle: $0) }
            }
    }

    subscript(id: String) -> Choice? { choices.first { $0.id == id } }

    /// For a form, with nothing first.
    var options: [(value: String, label: String)] {
        [(value: "", label: "Neither a programme nor a cycle")] + choices.map { ($0.id, $0.label) }
    }

    /// What a person reads of a field's value.
    func words(_ field: Revision.Field) -> String {
        switch field.name {
        case "about": self[field.value]?.label ?? ""
        case "story-kind": Story.Kind(rawValue: field.value)?.word ?? field.value
        case "visibility": Visibility(rawValue: field.value)?.storyWords ?? field.value
        default: field.value
        }
    }
}
