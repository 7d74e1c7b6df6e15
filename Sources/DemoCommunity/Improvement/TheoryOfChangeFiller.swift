import Sightline
import Statistics
import Storage

/// Writes what goes into the first programme of the demo and what comes of it, so that its theory can be read as a
/// logic model and as a theory of change.
struct TheoryOfChangeFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        try fillTheory(of: ProgrammeStore.made("Home First", in: "APPLEWICK", on: connection))
    }

    private func fillTheory(of programme: Programme) throws {
        let nodes = try TheoryStore.nodes(of: programme.id, on: connection)
        func known(_ kind: TheoryNode.Kind, _ start: String) throws -> TheoryNode {
            guard let node = nodes.first(where: { $0.kind == kind && $0.title.hasPrefix(start) }) else {
                throw DemoError.unknownMeasure(start)
            }
            return node
        }
        let pieces = TheoryPieces(now: now, connection: connection)
        let aim = try known(.aim, "90 of 100")
        let team = try known(.changeIdea, "A team from three")
        let care = try known(.primaryDriver, "Care at home")
        let money = try pieces.node(.input, "A shared budget of three organisations", programme)
        let visits = try pieces.node(.activity, "A visit at home within two hours of leaving", programme)
        let plans = try pieces.node(.output, "Care plans written in people’s own kitchens", programme)
        let early = try pieces.node(.earlyOutcome, "Families know whom to call", programme)
        let outcome = try pieces.node(.outcome, "People stay at home in the first month", programme)
        let lasting = try pieces.node(.lastingOutcome, "People live where they want to for longer", programme)
        let staff = try pieces.node(.assumption, "Care workers stay in their jobs", programme)
        let arrows: [(TheoryNode, TheoryNode, String, String)] = [
            (money, visits, "nobody has to ask first who pays", "The agreement outlasts the year"),
            (visits, plans, "what people can do shows in the first hour", ""),
            (team, visits, "it is the team’s first task of the day", ""),
            (plans, early, "the names are on the first page", "Families get the plan in their hands"),
            (early, outcome, "a question on the second day is answered on the second day", ""),
            (outcome, lasting, "the first month decides where people stay", ""),
            (outcome, aim, "who stays a month has gone home for good", ""),
            (staff, care, "help needs hands", ""),
        ]
        for (from, to, because, assumptions) in arrows {
            try pieces.arrow(from, to, because, programme, assuming: assumptions)
        }
    }
}
