import DemoFiles
package import Sightline
package import Statistics
package import Storage

/// What `sightline demo` shows: England's A&E departments, and a community that does not exist.
///
/// The same day always gives the same data.
package struct DemoContent: Sendable {
    private let community: FictionalCommunity
    private let nation: NationalData
    private let organisations: NationalData?

    /// - Parameters:
    ///   - today: the fictional data ends with the last whole month before it.
    ///   - organisations: a file of England's A&E departments by organisation, where there is one.
    /// - Throws: ``DemoError`` or `CSVError`, where that file can't be used.
    package init(today: Day, organisations: [UInt8]? = nil) throws {
        community = try FictionalCommunity(
            units: Table(demo_fictional_units().contents),
            measures: Table(demo_fictional_measures().contents),
            stories: Table(demo_fictional_stories().contents),
            today: today
        )
        nation = try NationalData(Table(demo_england_ae_monthly().contents))
        self.organisations = try organisations.map { try NationalData(Table($0)) }
    }

    /// Fills a database that holds nothing, unless it holds something.
    ///
    /// - Parameters:
    ///   - now: nothing that is recorded lies after it.
    ///   - progress: told what is about to be done.
    /// - Returns: whether it held nothing.
    package func fill(
        _ database: any SQLDatabase,
        now: Timestamp,
        progress: (String) -> Void = { _ in }
    ) async throws -> Bool {
        guard try await database.read({ try UnitStore.tree(on: $0).units.isEmpty }) else { return false }
        let extent = organisations.map { "\($0.organisations.count) organisations of" } ?? "the totals of"
        progress("Filling the database: a fictional community, and \(extent) England's A&E departments")
        // All or nothing: a demo that was stopped half-way would be taken for a whole one.
        try await AuditedDatabase(database).write { connection in
            try CommunityFiller(community, now: now, on: connection).fill()
            let yesterday = now.advanced(bySeconds: -86_400)
            try PeopleFiller(community, now: yesterday, on: connection).fill()
            try SignalFiller(now: yesterday, on: connection).fill()
            try SharingFiller(community, now: yesterday, on: connection).fill()
            try ProgrammeFiller(community, now: yesterday, on: connection).fill()
            try VersionsFiller(now: yesterday, on: connection).fill()
            try PackFiller(now: yesterday, on: connection).fill()
            try StoryFiller(now: yesterday, on: connection).fill()
            try ActivityFiller(now: yesterday, on: connection).fill()
            try EvidenceFiller(now: yesterday, on: connection).fill()
            try ReportFiller(now: yesterday, on: connection).fill()
            try ReviewFiller(now: yesterday, on: connection).fill()
            try DayFiller(now: now, on: connection).fill()
            try NationFiller(nation, organisations, now: now, on: connection).fill()
        }
        return true
    }
}
