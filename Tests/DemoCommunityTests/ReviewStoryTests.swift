import Sightline
import Statistics
import Storage
import Testing

/// The reviews of the demo's community.
struct ReviewStoryTests {
    @Test func `decisions were followed up, are overdue and lie ahead, and one review is open`() async throws
    {
        try await DemoWorld.run { world in
            let (decisions, reviews) = try await world.database.read { connection in
                var decisions: [Decision] = []
                var reviews: [Review] = []
                for unit in world.tree.units {
                    decisions += try DecisionStore.all(of: unit.id, for: world.reader, on: connection)
                    reviews += try ReviewStore.all(of: unit.id, on: connection)
                }
                return (decisions, reviews)
            }
            #expect(decisions.count { $0.isOverdue(on: world.today) } == 1)
            #expect(decisions.contains { $0.followUp == nil && $0.due > world.today })
            for outcome in [FollowUp.Outcome.asExpected, .partly, .cannotTell] {
                #expect(decisions.contains { $0.followUp?.outcome == outcome }, "\(outcome)")
            }
            #expect(
                decisions.contains { $0.about.signal != nil } && decisions.contains { $0.about.cycle != nil }
            )
            for kind in Review.Kind.allCases { #expect(reviews.contains { $0.kind == kind }, "\(kind)") }
            #expect(reviews.count(where: \.isOpen) == 1)
            // Nobody meets in the future, and every closed one says what it asked of people.
            #expect(reviews.allSatisfy { $0.day <= world.today && ($0.isOpen || $0.askedMinutes != nil) })
        }
    }

    @Test func `how Applewick uses Sightline is told by charts with values of their own`() async throws {
        try await DemoWorld.run { world in
            let unit = try #require(world.tree.unit(code: "APPLEWICK"))
            let record = try await world.database.read { connection in
                try OwnRecord(of: unit.id, for: world.reader, on: connection)
            }
            for own in OwnMeasure.allCases {
                let picture = try #require(record.picture(of: own, today: world.today), "\(own)")
                #expect(Set(picture.analysis.values.filter(\.isFinite)).count > 1, "\(own)")
            }
        }
    }
}
