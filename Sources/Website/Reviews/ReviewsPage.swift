import Sightline
import Statistics
import Storage

/// The reviews of a unit: the open ones, what was decided and is to be followed up, and those that were.
struct ReviewsPage: Page {
    let unit: Unit
    /// Open ones first, then the newest.
    let reviews: [Review]
    /// The overdue ones first.
    let decisions: [Decision]
    /// When the next of each kind is due by the unit's rhythm, the soonest first.
    let next: [(kind: Review.Kind, day: Day)]
    /// Units below with their newest review.
    let below: [(unit: Unit, review: Review)]
    let today: Day
    let mayRun: Bool
    let mayExport: Bool
    var form: FormState

    var title: String { "Reviews" }
    var section: Section? { .reviews }

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        today = visit.now.day
        let all = try ReviewStore.all(of: id, on: connection)
        reviews = all.filter(\.isOpen) + all.filter { !$0.isOpen }
        decisions = try DecisionStore.all(of: id, for: reader, on: connection)
        let rhythm = try RhythmStore.rhythm(of: unit, on: connection)
        next = rhythm.next(onOrAfter: today)
        below = try reader.tree.subtree(of: id).dropFirst().filter { reader.may(.read, on: $0.id) }
            .compactMap { unit in
                try ReviewStore.all(of: unit.id, on: connection).first.map { (unit, $0) }
            }
        mayRun = visit.may(.runReviews, on: id, in: reader.tree)
        mayExport = visit.may(.export, on: id, in: reader.tree)
        let usual = next.first
        form = FormState([
            "review-kind": (usual?.kind ?? .monthly).rawValue, "review-day": today.description,
        ])
    }
}
