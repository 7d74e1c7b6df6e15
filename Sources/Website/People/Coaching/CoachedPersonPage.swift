import Sightline
import Storage

/// One person, as their coach sees them.
struct CoachedPersonPage: Page {
    struct Note: Sendable {
        let annotation: Annotation
        let place: String
    }

    let choice: CoachChoice
    let name: String
    /// What the person lets the coach see; nil for what they don't.
    let roles: [(role: Role, unitName: String)]?
    let notes: [Note]?
    let recordings: [Recording]?
    let audience: CoachAudience

    var title: String { name }
    var section: Section? { .coaching }

    private static let most = 100

    /// - Throws: `Failure.notFound` for a choice that isn't the visitor's to see.
    init(of id: CoachChoice.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let tree = try UnitStore.tree(on: connection)
        guard
            let choice = try CoachStore.find(id, on: connection),
            let person = try AccountStore.find(of: choice.person, on: connection),
            Access.maySee(visit.account, nil, of: choice, by: person, in: tree)
        else { throw Failure.notFound }
        func may(_ view: CoachView) -> Bool {
            Access.maySee(visit.account, view, of: choice, by: person, in: tree)
        }
        let measures = MeasureDirectory(try MeasureStore.all(on: connection))
        func mayShow(_ measure: Measure.ID, _ unit: Unit.ID) -> Bool {
            measures[measure].map { Access.maySee(visit.account, workOn: $0, in: unit, tree: tree) } ?? false
        }
        self.choice = choice
        name = person.person.name
        roles =
            may(.roles)
            ? person.roles.compactMap { grant in tree[grant.unit].map { (grant.role, $0.name) } } : nil
        notes =
            may(.notes)
            ? try PersonalWork.notes(by: choice.person, limit: Self.most, on: connection).compactMap { note in
                guard mayShow(note.measure, note.unit), let measure = measures[note.measure] else {
                    return nil
                }
                let place = [measure.title, tree[note.unit]?.name].compactMap { $0 }
                return Note(annotation: note.annotation, place: place.joined(separator: ", "))
            } : nil
        recordings =
            may(.recordings)
            ? try PersonalWork.recordings(by: choice.person, limit: Self.most, on: connection)
                .filter { $0.series.allSatisfy { mayShow($0.measure, $0.unit) } }.map(\.recording) : nil
        audience = try CoachAudience(of: choice, by: person, in: tree, on: connection)
    }
}
