import DatabaseTestSupport
import Sightline
import Statistics
import Storage
import Testing

struct WatchTests {
    /// Stable, then eight months well above.
    private static let shifted = Samples.stable(24) + [108, 109, 107, 108, 110, 109, 108, 107]

    @Test(arguments: TestEngine.available)
    func `a shift reaches the ledger and the status row`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let series = try #require(try await world.series())
            let (signals, row) = try await Self.state(of: series, in: world)
            let shift = try #require(signals.first { $0.window.rule == .shift && $0.window.side == .above })
            #expect(shift.window.firstDay == Samples.month(24))
            #expect(shift.window.lastDay == Samples.month(31))
            #expect(shift.meaning == .unwanted && shift.state == .new && shift.firstEdition == 1)
            let chance = try #require(shift.chance)
            #expect(chance > 0 && chance < 1)
            #expect(row.variation == .concern)
            #expect(row.signalSince == Samples.month(24) && row.lastSignalDay == Samples.month(31))
            #expect(row.latestValue == 107 && row.latestDay == Samples.month(31) && row.points == 32)
            // August 2022 is the newest month; September's data is expected a month after its end.
            #expect(row.dueDay == Samples.day("2022-11-01"))
            #expect(row.spark.points.count == 32)
            #expect(row.spark.points.suffix(8).allSatisfy { $0.mark == .concern })
        }
    }

    @Test(arguments: TestEngine.available)
    func `a signal began with its shift, though the newest point lies outside the limits too`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted.dropLast() + [135]), seed: 1)
            let series = try #require(try await world.series())
            let row = try await Self.state(of: series, in: world).row
            #expect(row.signalSince == Samples.month(24))
            #expect(row.signalRule == .shift)
        }
    }

    @Test(arguments: TestEngine.available)
    func `what changed when the newest phase began stays in the sentence`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let values = Samples.stable(20) + Samples.stable(16).map { $0 - 40 }
            try await world.record(Samples.months(values), seed: 1)
            let series = try #require(try await world.series())
            try await world.database.write { connection in
                try PhaseStore.start(
                    Samples.month(20),
                    of: series.id,
                    reason: "New ward",
                    Samples.context(2),
                    on: connection
                )
            }
            let row = try await Self.state(of: series, in: world).row
            let sentence = row.sentence
            #expect(sentence.contains("gives no signal"))
            #expect(
                sentence.hasSuffix(" Values lie around 60 since September 2021, before around 100."),
                "\(sentence)"
            )
        }
    }

    @Test(arguments: TestEngine.available)
    func `a signal that a later edition takes away is withdrawn, and comes back`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let series = try #require(try await world.series())
            let found = try await Self.state(of: series, in: world).signals
            try await world.database.write { connection in
                _ = try SignalStore.set(.acting, of: found[0].id, on: connection)
            }
            let revised = Samples.months(Samples.stable(32))
            let recording = try #require(try await world.record(revised, seed: 2).recording)
            let withdrawn = try await Self.state(of: series, in: world).signals
            #expect(Set(withdrawn.map(\.id)) == Set(found.map(\.id)))
            #expect(withdrawn.allSatisfy { $0.isWithdrawn })
            try await world.database.write { connection in
                _ = try SeriesStore.undo(recording, reason: "Wrong", Samples.context(3), on: connection)
            }
            let back = try await Self.state(of: series, in: world).signals
            #expect(back.map(\.window) == found.map(\.window))
            #expect(back.first { $0.id == found[0].id }?.state == .acting)
        }
    }

    @Test(arguments: TestEngine.available)
    func `a phase gives new limits, and withdrawing it the old ones`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let values = Samples.stable(24) + Samples.stable(24).map { $0 + 20 }
            try await world.record(Samples.months(values), seed: 1)
            let series = try #require(try await world.series())
            let before = try await Self.state(of: series, in: world).row
            let phase = try await world.database.write { connection in
                try PhaseStore.start(
                    Samples.month(24),
                    of: series.id,
                    reason: "New ward",
                    Samples.context(2),
                    on: connection
                )
            }
            let during = try await Self.state(of: series, in: world)
            #expect(during.row.centreLine == 120)
            #expect(during.row.variation == .commonCause)
            #expect(during.signals.allSatisfy { $0.isWithdrawn } && !during.signals.isEmpty)
            try await world.database.write { try PhaseStore.withdraw(phase.id, Samples.context(3), on: $0) }
            let after = try await Self.state(of: series, in: world).row
            #expect(after == before)
            let phases = try await world.database.read { try PhaseStore.all(of: series.id, on: $0) }
            #expect(phases.first?.withdrawn != nil)
        }
    }

    @Test func `a phase needs a reason and a day inside the series`() async throws {
        try await World.run(on: .sqlite) { world in
            try await world.record(Samples.months(Samples.stable(20)), seed: 1)
            let series = try #require(try await world.series())
            let first = Samples.month(0)
            let last = Samples.month(19)
            let cases: [(Day, String, PhaseError)] = [
                (Samples.month(9), "", .reasonMissing),
                (first, "Why", .outsideSeries(first, first: first, last: last)),
                (Samples.month(20), "Why", .outsideSeries(Samples.month(20), first: first, last: last)),
            ]
            for (day, reason, error) in cases {
                await #expect(throws: error) {
                    try await world.database.write { connection in
                        _ = try PhaseStore.start(
                            day,
                            of: series.id,
                            reason: reason,
                            Samples.context(2),
                            on: connection
                        )
                    }
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a rebuild of what was kept up step by step finds nothing to repair`(engine: TestEngine) async throws
    {
        try await World.run(on: engine) { world in
            var bits = SeededBits(42)
            for step in 0..<12 {
                let values: [Double?] = (0..<(20 + step * 2)).map { index in
                    index % 11 == 10 ? nil : 100 + Double.random(in: -9...9, using: &bits)
                }
                let unit = step.isMultiple(of: 2) ? world.north : world.south
                try await world.record(Samples.months(values), in: unit, seed: UInt64(step))
            }
            let report = try await Self.rebuild(world)
            #expect(report == Watch.Report(series: 2))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a rebuild repairs what was damaged`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            try await world.record(Samples.months(Self.shifted), seed: 1)
            let series = try #require(try await world.series())
            let before = try await Self.state(of: series, in: world)
            try await world.database.write { connection in
                try connection.execute("UPDATE status SET points = 5")
                try connection.execute("DELETE FROM signal")
            }
            let report = try await Self.rebuild(world)
            #expect(report == Watch.Report(series: 1, statusRows: 1, signals: before.signals.count))
            let after = try await Self.state(of: series, in: world)
            #expect(after.row == before.row)
            #expect(after.signals.map(\.window) == before.signals.map(\.window))
        }
    }

    private static func rebuild(_ world: World) async throws -> Watch.Report {
        try await world.database.write { try Watch.rebuild(Samples.context(77), on: $0) }
    }

    private static func state(
        of series: Series,
        in world: World
    ) async throws -> (signals: [Signal], row: StatusRow) {
        try await world.database.read { connection in
            (
                try SignalStore.all(of: series.id, on: connection),
                try #require(try StatusStore.row(of: series.id, on: connection))
            )
        }
    }
}
