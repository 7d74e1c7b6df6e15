import Sightline
import Statistics
import Storage

/// Writes an ordinary morning of the fictional community: things are changed, thrown away and read, so that there is a
/// history to look into, something in the bin, and an audit trail that tells the day.
struct DayFiller {
    private let now: Timestamp
    private let connection: any SQLConnection

    init(now: Timestamp, on connection: any SQLConnection) {
        self.now = now
        self.connection = connection
    }

    func fill() throws {
        guard
            let hospital = try UnitStore.find(code: "APP-GEN", on: connection),
            let kept = try MeasureStore.find(key: "safe-to-speak-up", of: hospital.id, on: connection),
            let series = try SeriesStore.all(of: kept.id, on: connection).first
        else { throw DemoError.unknownMeasure("safe-to-speak-up") }
        try changeMeasure(kept)
        try changeNotes(on: series)
        try throwAway(in: hospital)
        try readKept(kept, series)
        try throwSharedNoteAway(in: hospital)
    }

    /// The editor says more of why it matters and, an hour later, sets a target.
    private func changeMeasure(_ kept: Measure) throws {
        var measure = kept
        measure.why += " The hospital has promised that nobody outside it sees the answers."
        _ = try MeasureStore.update(measure, reason: "", context("nell.thorne", 240), on: connection)
        measure.targets = [TargetStep(start: .first, value: 65)]
        _ = try MeasureStore.update(measure, reason: "", context("nell.thorne", 180), on: connection)
    }

    /// A note is added, and says more the second time.
    private func changeNotes(on series: Series) throws {
        let days = try SeriesStore.observations(of: series.id, on: connection).days
        guard days.count > 12 else { return }
        var note = try AnnotationStore.add(
            "Listening hour begins",
            .event,
            on: days[12],
            to: series.id,
            context("nell.thorne", 170),
            on: connection
        )
        note.text = "The chief executive’s weekly listening hour begins"
        try AnnotationStore.change(note, context("robin.ash", 120), on: connection)
        let slip = try AnnotationStore.add(
            "Listening hour begins (second entry by mistake)",
            .event,
            on: days[13],
            to: series.id,
            context("nell.thorne", 165),
            on: connection
        )
        try BinStore.delete(slip.id, of: series.id, context("nell.thorne", 160), on: connection)
    }

    /// A team is made twice, and one of the two goes into the bin.
    private func throwAway(in hospital: Unit) throws {
        let made = try context("robin.ash", 110)
        let team = Unit(
            id: made.makeID(),
            parent: hospital.id,
            kind: .team,
            name: "Discharge lounge (double)"
        )
        try UnitStore.insert(team, made, on: connection)
        try BinStore.delete(team.id, reason: "Made twice", context("robin.ash", 100), on: connection)
    }

    /// Looking at what the hospital keeps leaves its mark.
    private func readKept(_ kept: Measure, _ series: Series) throws {
        let entries = ["table of measures", "page of a measure"].map { way in
            AuditEntry.reading(.read, kept, in: way)
        }
        try AuditStore.append(entries, context("kit.marsh", 60), on: connection)
    }

    /// A note on a measure that all share is thrown away too.
    private func throwSharedNoteAway(in hospital: Unit) throws {
        for measure in try MeasureStore.all(on: connection) where measure.unit == nil {
            let all = try SeriesStore.all(of: measure.id, on: connection)
            guard let series = all.first(where: { $0.key.unit == hospital.id }) else { continue }
            guard let day = try SeriesStore.observations(of: series.id, on: connection).days.last else {
                continue
            }
            let added = try context("nell.thorne", 90)
            let note = try AnnotationStore.add(
                "New coding rules? Ask the insight team",
                .note,
                on: day,
                to: series.id,
                added,
                on: connection
            )
            try BinStore.delete(note.id, of: series.id, context("nell.thorne", 30), on: connection)
            return
        }
    }

    /// Someone of the hospital, so many minutes ago, at their desk.
    private func context(_ name: String, _ minutes: Int64) throws -> Context {
        guard let account = try AccountStore.find(email: "\(name)@fourways.example", on: connection) else {
            throw DemoError.unknownUnit(name)
        }
        return Context(
            author: Author(name: account.person.name, person: account.person.id),
            now: now.advanced(bySeconds: -60 * minutes),
            origin: "192.0.2.24"
        )
    }
}
