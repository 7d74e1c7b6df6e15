import Statistics
import Synchronization
import Testing

struct ChanceTableTests {
    @Test
    func `the shipped table can be read and holds what it says`() throws {
        let table = try #require(ChanceTable.shipped)
        #expect(table.runs == 100_000)
        #expect(table.runs == ChanceTable.shippedRuns)
    }

    @Test
    func `the same seed makes the same file, line by line within bounds, and another seed another`()
        async throws
    {
        let parts = Mutex<[Int]>([])
        let file = try await ChanceTable.generate(seed: 5, runs: 2) { done, all in
            parts.withLock { $0.append(all - done) }
        }
        let progress = parts.withLock { $0 }
        #expect(progress.last == 0)
        #expect(progress == progress.sorted(by: >))
        #expect(try await ChanceTable.generate(seed: 5, runs: 2) { _, _ in } == file)
        #expect(try await ChanceTable.generate(seed: 6, runs: 2) { _, _ in } != file)
        for line in file.split(separator: "\n") { #expect(line.utf8.count <= 110) }
    }
}
