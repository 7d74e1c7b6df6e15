import Sightline
import Storage

/// Where someone is added whom a unit knows and who needs no account, or none yet.
struct NewPersonPage: Page {
    let unit: Unit
    var form = FormState()

    var title: String { "Add a person" }
    var section: Section? { .people }

    init(in id: Unit.ID, on connection: any SQLConnection) throws {
        guard let unit = try UnitStore.find(id, on: connection) else { throw Failure.notFound }
        self.unit = unit
    }
}
