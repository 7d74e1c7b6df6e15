import DemoCommunity
import Sightline
import Storage
import Testing

/// The pages that the fictional community has written.
struct ReportTests {
    @Test func `a page for the board shows charts, a drawing and a story; one for patients is public`()
        async throws
    {
        try await DemoWorld.run { world in
            let (reports, links) = try await world.database.read { connection in
                let top = try #require(world.tree.unit(code: "FOURWAYS")).id
                return (
                    try ReportStore.all(on: connection),
                    try PublicLinkStore.all(to: Report.self, within: top, on: connection)
                )
            }
            #expect(reports.count == 2)
            let board = try #require(reports.first { $0.title.hasPrefix("Applewick") })
            let kinds = board.blocks.map(\.kind)
            #expect(kinds.count { $0 == .chart } == 3)
            #expect(kinds.contains(.drawing) && kinds.contains(.story) && kinds.contains(.heading))
            let frozen = try await world.database.read { try SnapshotStore.all(of: board.id, on: $0) }
            #expect(frozen.count == 1 && frozen.allSatisfy(\.isSound))
            let parts = try #require(frozen.first).parts
            #expect(parts.count == board.blocks.count)
            #expect(parts.count { $0.chart != nil } == 3 && parts.contains { $0.drawing != nil })
            #expect(parts.contains { $0.story != nil })
            let open = try #require(reports.first { $0.title.hasPrefix("Waiting") })
            #expect(links.map(\.thing) == [open.id])
            // Its chart is public by itself, so that the link shows it.
            let shown = try await world.database.read {
                try PublicLinkStore.openSeries(at: DemoWorld.now, on: $0)
            }
            let charts = open.blocks.compactMap(\.series)
            #expect(!charts.isEmpty && charts.allSatisfy(shown.contains))
        }
    }
}
