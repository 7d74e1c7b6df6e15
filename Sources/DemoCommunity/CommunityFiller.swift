import Sightline
import Statistics
import Storage

/// Writes the fictional community into a database, as if people had recorded it month by month.
struct CommunityFiller {
    private let community: FictionalCommunity
    private let now: Timestamp
    private let connection: any SQLConnection

    init(_ community: FictionalCommunity, now: Timestamp, on connection: any SQLConnection) {
        self.community = community
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        let units = try insertUnits()
        var measures: [String: Measure] = [:]
        for counted in community.measures { measures[counted.key] = try insert(counted) }
        var plan = RecordingPlan(community)
        while let step = plan.next() {
            let context = context(step.author, after: step.end)
            try record(step, measures, units, context)
            for event in community.events where event.kind == .definition && event.day == step.end {
                measures[event.measure] = try redefine(measures[event.measure], event, context)
            }
        }
        for event in community.events { try tell(event, measures, units) }
    }

    // MARK: - Units and measures

    private func insertUnits() throws -> [String: Unit.ID] {
        var ids: [String: Unit.ID] = [:]
        let context = context(.lead, after: community.first)
        for member in community.members {
            let parent = try member.parent.map { code in
                guard let id = ids[code] else { throw DemoError.unknownUnit(code) }
                return id
            }
            let unit = Unit(
                id: context.makeID(),
                parent: parent,
                kind: member.kind,
                name: member.name,
                code: member.code
            )
            try UnitStore.insert(unit, context, on: connection)
            ids[member.code] = unit.id
            guard member.kind == .organisation else { continue }
            try UnitStore.record(
                .joined,
                of: unit.id,
                day: community.first,
                reason: "A founding member of the community",
                context,
                on: connection
            )
        }
        return ids
    }

    private func insert(_ counted: FictionalCommunity.Counted) throws -> Measure {
        let context = context(.lead, after: community.first)
        let measure = Measure(
            id: context.makeID(),
            key: counted.key,
            title: counted.title,
            why: counted.why,
            domain: counted.domain,
            stakeholder: counted.stakeholder,
            role: counted.role,
            better: counted.better,
            definition: counted.definition,
            chart: counted.chart,
            targets: counted.target.map { [TargetStep(start: .first, value: $0)] } ?? [],
            format: counted.format,
            provenance: Measure.Provenance(source: "Made up by Sightline's demo; no such place exists"),
            owner: "Fourways insight team",
            reportingDays: 45
        )
        try MeasureStore.insert(measure, context, on: connection)
        return measure
    }

    /// The measure with a definition that changed.
    private func redefine(_ measure: Measure?, _ event: StoryEvent, _ context: Context) throws -> Measure {
        guard var measure else { throw DemoError.unknownMeasure(event.measure) }
        measure.definition.numerator = event.text
        return try MeasureStore.update(
            measure,
            reason: "The survey asks a sharper question from this month on",
            context,
            on: connection
        )
    }

    // MARK: - Observations

    private func record(
        _ step: RecordingPlan.Step,
        _ measures: [String: Measure],
        _ units: [String: Unit.ID],
        _ context: Context
    ) throws {
        let proposals = try step.parts.map { part in
            guard let measure = measures[part.measure] else { throw DemoError.unknownMeasure(part.measure) }
            guard let unit = units[part.unit] else { throw DemoError.unknownUnit(part.unit) }
            return Proposal(
                measure: measure.id,
                unit: unit,
                observations: try Observations(part.observations)
            )
        }
        let file = ReturnFile(step)
        _ = try SeriesStore.record(
            proposals,
            reason: step.reason,
            origin: file.origin,
            context,
            on: connection
        )
    }

    // MARK: - Stories

    /// Notes, phases and departures; what happened to the numbers is in them already.
    private func tell(_ event: StoryEvent, _ measures: [String: Measure], _ units: [String: Unit.ID]) throws {
        guard let measure = measures[event.measure] else { throw DemoError.unknownMeasure(event.measure) }
        let context = context(.lead, after: event.day)
        switch event.kind {
        case .shift, .drift, .spike, .late, .began, .withheld: break
        case .note:
            try annotate(event, measure, event.text.hasPrefix("Test") ? .test : .event, units, context)
        case .definition: try annotate(event, measure, .definition, units, context)
        case .phase:
            for series in try series(of: measure, in: event, units) {
                try PhaseStore.start(event.day, of: series, reason: event.text, context, on: connection)
            }
        case .left:
            guard let code = event.unit, let unit = units[code], !event.text.isEmpty else { return }
            try UnitStore.record(.left, of: unit, day: event.day, reason: event.text, context, on: connection)
        }
    }

    private func annotate(
        _ event: StoryEvent,
        _ measure: Measure,
        _ kind: Annotation.Kind,
        _ units: [String: Unit.ID],
        _ context: Context
    ) throws {
        let text = kind == .definition ? "New definition: \(event.text)" : event.text
        for series in try series(of: measure, in: event, units) {
            try AnnotationStore.add(text, kind, on: event.day, to: series, context, on: connection)
        }
    }

    /// The series of a measure, in its newest version, that an event is about.
    private func series(
        of measure: Measure,
        in event: StoryEvent,
        _ units: [String: Unit.ID]
    ) throws -> [Series.ID] {
        let all = try SeriesStore.all(of: measure.id, version: measure.definition.version, on: connection)
        guard let code = event.unit else { return all.map(\.id) }
        guard let unit = units[code] else { throw DemoError.unknownUnit(code) }
        return all.filter { $0.key.unit == unit }.map(\.id)
    }

    // MARK: - Time

    /// Someone of the fictional community, some days after the end of a month.
    private func context(_ author: FictionalAuthor, after day: Day) -> Context {
        let daySeconds: Int64 = 24 * 60 * 60
        let morning: Int64 = 9 * 60 * 60
        let instant = Timestamp(microseconds: 0).advanced(
            bySeconds: (Int64(day.number) + author.daysAfterMonth) * daySeconds + morning
        )
        return Context(author: Author(name: author.rawValue), now: min(instant, now))
    }
}
