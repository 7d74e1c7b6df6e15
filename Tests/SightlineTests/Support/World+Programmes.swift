import Sightline
import Statistics
import Storage

/// A theory in North: a change idea that leads to a driver, and that to an aim.
struct Theorised: Sendable {
    let programme: Programme
    let aim: TheoryNode
    let driver: TheoryNode
    let idea: TheoryNode
    let toDriver: TheoryLink
    let toAim: TheoryLink
}

extension World {
    func theorise(
        _ idea: String = "Huddle at the board every morning",
        in unit: Unit? = nil,
        visibility: Visibility = .community,
        seed: UInt64 = 40
    ) async throws -> Theorised {
        let context = Samples.context(seed)
        let programme = Programme(
            id: context.makeID(),
            unit: (unit ?? north).id,
            visibility: visibility,
            title: "Fewer falls",
            purpose: "Nobody falls who need not",
            author: context.author,
            instant: context.now
        )
        func node(_ kind: TheoryNode.Kind, _ title: String) -> TheoryNode {
            TheoryNode(id: context.makeID(), programme: programme.id, kind: kind, title: title)
        }
        let nodes = [
            node(.aim, "Half as many falls"), node(.primaryDriver, "Risks are seen early"),
            node(.changeIdea, idea),
        ]
        func link(_ from: TheoryNode, _ to: TheoryNode) -> TheoryLink {
            TheoryLink(
                id: context.makeID(),
                programme: programme.id,
                from: from.id,
                to: to.id,
                because: "people speak up"
            )
        }
        let links = [link(nodes[2], nodes[1]), link(nodes[1], nodes[0])]
        try await database.write { connection in
            try ProgrammeStore.insert(programme, context, on: connection)
            for node in nodes { try TheoryStore.add(node, to: programme, context, on: connection) }
            for link in links { try TheoryStore.add(link, to: programme, context, on: connection) }
        }
        return Theorised(
            programme: programme,
            aim: nodes[0],
            driver: nodes[1],
            idea: nodes[2],
            toDriver: links[0],
            toAim: links[1]
        )
    }

    /// Plans a cycle of the idea.
    func plan(
        _ question: String = "Does a huddle help?",
        of theorised: Theorised,
        after previous: Cycle? = nil,
        seed: UInt64,
        at seconds: Int64 = 1_700_000_000,
        _ change: (inout Cycle) -> Void = { _ in }
    ) async throws -> Cycle {
        let context = Samples.context(seed, at: seconds)
        var cycle = Cycle(
            id: context.makeID(),
            programme: theorised.programme.id,
            idea: theorised.idea.id,
            previous: previous?.id,
            number: (previous?.number ?? 0) + 1,
            question: question,
            author: context.author,
            instant: context.now
        )
        cycle.plan = Cycle.Plan(
            what: "Five minutes at the board",
            who: "Ada",
            when: "Monday",
            place: "Ward 7"
        )
        cycle.scale = Cycle.Scale(people: 5, days: 3, places: 1)
        change(&cycle)
        let planned = cycle
        let prediction = Prediction(
            text: "Two fewer falls",
            direction: .down,
            size: 2,
            author: context.author,
            instant: context.now
        )
        try await database.write { connection in
            try CycleStore.plan(planned, prediction, in: theorised.programme, context, on: connection)
        }
        return planned
    }

    /// Takes a planned cycle to its end.
    func finish(
        _ cycle: Cycle,
        of theorised: Theorised,
        _ outcome: Cycle.Outcome = .asPredicted,
        _ decision: Cycle.Decision = .adopt,
        learned: String = "Short is enough",
        seed: UInt64,
        at seconds: Int64 = 1_700_000_000
    ) async throws {
        let context = Samples.context(seed, at: seconds)
        let programme = theorised.programme
        try await database.write { connection in
            try CycleStore.begin(cycle, on: context.now.day, in: programme, context, on: connection)
            try CycleStore.study(
                cycle,
                happened: "Three fewer falls",
                outcome,
                in: programme,
                context,
                on: connection
            )
            try CycleStore.close(
                cycle,
                learned: learned,
                decision,
                reason: "The ward wants it",
                in: programme,
                context,
                on: connection
            )
        }
    }

    func reading(of cycle: Cycle, in theorised: Theorised) async throws -> CycleReading? {
        try await database.read { try CycleReading.all(of: theorised.programme, on: $0) }
            .first { $0.cycle.id == cycle.id }
    }
}
