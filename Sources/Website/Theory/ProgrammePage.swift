import Sightline
import Statistics
import Storage

/// One programme: how well it tests, its theory as a picture and as a list, and its ramps.
struct ProgrammePage: Page {
    let reading: ProgrammeReading
    let removals: [TheoryStore.Removal]
    let today: Day
    let audience: Audience
    let sharing: ProgrammeSharing
    let stories: [Story]
    /// The one of its drawings that was asked for.
    let drawing: TheoryDrawing

    var title: String { programme.title }
    var section: Section? { .programmes }
    var programme: Programme { reading.programme }
    var theory: Theory { reading.theory }

    /// The query parameter that chooses the drawing.
    static let drawingParameter = "drawing"

    init(of reading: ProgrammeReading, for visit: Visit, on connection: any SQLConnection) throws {
        self.reading = reading
        removals = try TheoryStore.removals(of: reading.programme.id, on: connection)
        today = visit.now.day
        stories = try StoryStore.all(of: reading.programme.id, for: reading.reader, on: connection)
        drawing = TheoryDrawing(rawValue: visit.query[Self.drawingParameter]) ?? .driverDiagram
        sharing = ProgrammeSharing(of: reading)
        audience = try Audience(
            of: reading.programme,
            in: reading.reader.tree,
            at: visit.now,
            on: connection
        )
    }
}
