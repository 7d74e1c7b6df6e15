import Statistics
import Storage

extension CycleStore {
    /// Writes all of a cycle but where it belongs, and the words that the library finds it by.
    static func write(_ cycle: Cycle, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            UPDATE cycle SET phase = ?, question = ?, measure_id = ?, people = ?, days = ?, places = ?,
                plan_what = ?, plan_who = ?, plan_when = ?, plan_where = ?, level = ?, population = ?, needed = ?,
                began_day = ?, locked = ?, happened = ?, outcome = ?, learned = ?, decision = ?,
                decision_reason = ?, closed = ?
            WHERE id = ?
            """,
            [
                .word(cycle.phase), .text(cycle.question), .id(cycle.measure), .int(cycle.scale.people),
                .int(cycle.scale.days), .int(cycle.scale.places), .text(cycle.plan.what),
                .text(cycle.plan.who), .text(cycle.plan.when), .text(cycle.plan.place),
                .text(cycle.context.level?.rawValue), .text(cycle.context.population),
                .text(cycle.context.needed), .day(cycle.began), .instant(cycle.locked), .text(cycle.happened),
                .text(cycle.outcome?.rawValue), .text(cycle.learned), .text(cycle.decision?.rawValue),
                .text(cycle.decisionReason), .instant(cycle.closed), .id(cycle.id),
            ]
        )
        try LibraryIndex.note(cycle.id, on: connection)
    }

    static func write(_ prediction: Prediction, of cycle: Cycle, on connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO prediction (cycle_id, version, text, direction, size, by_day, reason, author, person_id,
                instant)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(cycle.id), .int(prediction.version), .text(prediction.text),
                .text(prediction.direction?.rawValue), .real(prediction.size), .day(prediction.by),
                .text(prediction.reason), .text(prediction.author.name), .id(prediction.author.person),
                .instant(prediction.instant),
            ]
        )
        try LibraryIndex.note(cycle.id, on: connection)
    }
}
