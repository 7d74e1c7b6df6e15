import Statistics
package import Storage

/// What is attached to arrows as evidence.
extension TheoryStore {
    /// That of a programme, in the order in which it was attached.
    ///
    /// - Parameter condition: further conditions on `theory_evidence`.
    static func evidence(
        of programme: Programme.ID,
        _ condition: String = "",
        on connection: any SQLConnection
    ) throws -> [TheoryEvidence] {
        try evidence(where: "programme_id = ? \(condition)", [.id(programme)], on: connection)
    }

    /// What a signal or a story is attached as now, in every programme.
    static func evidence(
        by source: TheoryEvidence.Source,
        on connection: any SQLConnection
    ) throws -> [TheoryEvidence] {
        let target: SQLValue
        switch source {
        case .signal(let id): target = .id(id)
        case .story(let id): target = .id(id)
        case .study, .document: return []
        }
        return try evidence(where: "target_id = ? AND removed IS NULL", [target], on: connection)
    }

    private static func evidence(
        where condition: String,
        _ arguments: [SQLValue],
        on connection: any SQLConnection
    ) throws -> [TheoryEvidence] {
        try connection.all(
            """
            SELECT id, programme_id, link_id, kind, target_id, title, place, says, year, bearing, why, author,
                person_id, instant, removed, removed_by, removed_reason
            FROM theory_evidence WHERE \(condition) ORDER BY id
            """,
            arguments
        ) { row in
            var evidence = TheoryEvidence(
                id: try row.identifier(0),
                programme: try row.identifier(1),
                link: try row.identifier(2),
                source: try source(row),
                bearing: try row.word(9),
                why: try row.text(10),
                author: try row.author(11),
                instant: try row.instant(13)
            )
            evidence.removal = try removal(row, 14)
            return evidence
        }
    }

    private static func source(_ row: any SQLRow) throws -> TheoryEvidence.Source {
        let kind: EvidenceKind = try row.word(3)
        switch kind {
        case .signal: return .signal(try row.identifier(4))
        case .story: return .story(try row.identifier(4))
        case .study, .document, .cycle:
            let paper = TheoryEvidence.Paper(
                title: try row.text(5),
                place: try row.text(6),
                says: try row.text(7),
                year: try row.optionalInt(8)
            )
            return kind == .study ? .study(paper) : .document(paper)
        }
    }

    // MARK: Changes

    /// Attaches something to an arrow.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func attach(
        _ evidence: TheoryEvidence,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        let theory = try theory(of: programme.id, on: connection)
        let isTwice =
            evidence.paper == nil
            && theory.evidence(of: evidence.link).contains { $0.source == evidence.source }
        let isThere = try exists(evidence.source, on: connection)
        try TheoryProblems.check(
            problems(of: evidence, context) + [
                !isThere || !theory.links.contains { $0.id == evidence.link }
                    ? TheoryProblem("evidence-target", .unknownEvidence)
                    : isTwice ? TheoryProblem("evidence-target", .attachedAlready) : nil
            ]
        )
        try keeping(evidence.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                INSERT INTO theory_evidence (id, programme_id, link_id, kind, target_id, title, place, says, year,
                    bearing, why, author, person_id, instant)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(evidence.id), .id(programme.id), .id(evidence.link), .word(evidence.kind),
                    .text(evidence.target),
                ] + words(of: evidence) + [
                    .text(evidence.author.name), .id(evidence.author.person), .instant(evidence.instant),
                ]
            )
        }
        try tell(nil, evidence, of: programme, context, on: connection)
    }

    /// Changes what is said of something attached, and which way it speaks; not what it is.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func update(
        _ evidence: TheoryEvidence,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check(problems(of: evidence, context))
        guard let old = try self.evidence(evidence.id, in: programme, on: connection),
            old.kind == evidence.kind, old.reading(evidence.fields) != old
        else { return }
        try keeping(evidence.id, of: programme, context, on: connection) {
            try connection.execute(
                """
                UPDATE theory_evidence SET title = ?, place = ?, says = ?, year = ?, bearing = ?, why = ? WHERE id = ?
                """,
                words(of: evidence) + [.id(evidence.id)]
            )
        }
        try tell(old, evidence, of: programme, context, on: connection)
    }

    private static func words(of evidence: TheoryEvidence) -> [SQLValue] {
        let paper = evidence.paper
        return [
            .text(paper?.title ?? ""), .text(paper?.place ?? ""), .text(paper?.says ?? ""), .int(paper?.year),
            .word(evidence.bearing), .text(evidence.why),
        ]
    }

    /// Takes something away from its arrow; it is kept, with the reason.
    ///
    /// - Throws: ``TheoryProblems``.
    package static func remove(
        _ evidence: TheoryEvidence,
        of programme: Programme,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        try TheoryProblems.check([.text(reason, "reason")])
        try keeping(evidence.id, of: programme, context, on: connection) {
            try takeOut(evidence.id, of: "theory_evidence", reason: reason, context, on: connection)
        }
        try tell(evidence, nil, of: programme, context, on: connection)
    }

    /// Attaches something again that was taken away.
    ///
    /// - Throws: ``TheoryProblems``, where the same signal or story was attached meanwhile.
    package static func putBack(
        _ evidence: TheoryEvidence,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard evidence.removal != nil else { return }
        let others = try theory(of: programme.id, on: connection).evidence(of: evidence.link)
        let isTwice = evidence.paper == nil && others.contains { $0.source == evidence.source }
        try TheoryProblems.check([isTwice ? TheoryProblem("in-theory", .attachedAlready) : nil])
        try keeping(evidence.id, of: programme, context, on: connection) {
            try putBack(evidence.id, of: "theory_evidence", on: connection)
        }
        try tell(nil, evidence, of: programme, context, on: connection)
    }

    /// Changes something attached, and keeps what is said of it after that.
    private static func keeping(
        _ id: TheoryEvidence.ID,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection,
        _ change: () throws -> Void
    ) throws {
        let old = try evidence(id, in: programme, on: connection)?.fields
        try change()
        guard let new = try evidence(id, in: programme, on: connection)?.fields else { return }
        try RevisionStore.note(.evidence, id, from: old, to: new, context, on: connection)
    }

    private static func evidence(
        _ id: TheoryEvidence.ID,
        in programme: Programme,
        on connection: any SQLConnection
    ) throws -> TheoryEvidence? {
        try evidence(where: "programme_id = ? AND id = ?", [.id(programme.id), .id(id)], on: connection).first
    }

    /// Whether a signal or a story is on record, and a story is told with consent.
    private static func exists(
        _ source: TheoryEvidence.Source,
        on connection: any SQLConnection
    ) throws -> Bool {
        switch source {
        case .signal(let id): try LedgerStore.place(of: id, on: connection) != nil
        case .story(let id): try StoryStore.find(id, on: connection)?.reach != nil
        case .study, .document: true
        }
    }

    private static func problems(of evidence: TheoryEvidence, _ context: Context) -> [TheoryProblem?] {
        let why: [TheoryProblem?] = [.text(evidence.why, "evidence-why")]
        guard let paper = evidence.paper else { return why }
        let isStudy = evidence.kind == .study
        let latest = context.now.day.year
        let hasYear = paper.year.map { (1_800...latest).contains($0) } ?? false
        return [
            .text(paper.title, "evidence-title"), .text(paper.place, "evidence-place"),
            paper.title.count > TheoryEvidence.Paper.longestTitle
                ? TheoryProblem("evidence-title", .tooLong(most: TheoryEvidence.Paper.longestTitle)) : nil,
            paper.place.count > TheoryEvidence.Paper.longestPlace
                ? TheoryProblem("evidence-place", .tooLong(most: TheoryEvidence.Paper.longestPlace)) : nil,
            isStudy && !hasYear ? TheoryProblem("evidence-year", .notAYear(latest: latest)) : nil,
            .text(paper.says, "evidence-says", isRequired: isStudy),
        ] + why
    }

    // MARK: The trail

    /// Tells what was done.
    ///
    /// The trail is read by people whom a signal or a story isn't shared with, and it forgets nothing: of these it says
    /// what kind of evidence it is and which way it speaks, and no word besides.
    private static func tell(
        _ old: TheoryEvidence?,
        _ new: TheoryEvidence?,
        of programme: Programme,
        _ context: Context,
        on connection: any SQLConnection
    ) throws {
        guard let link = new?.link ?? old?.link else { return }
        let all = try everything(in: programme.id, on: connection)
        let name = all.links.first { $0.id == link }.map { TheorySentences.name($0, in: all) } ?? ""
        func told(_ evidence: TheoryEvidence) -> String {
            let year = evidence.paper?.year.map { ["\($0)"] } ?? []
            let paper = evidence.paper.map { [$0.title] + year + [$0.place, $0.says, evidence.why] } ?? []
            return (["\(evidence.kind.rawValue), \(evidence.bearing.rawValue)"] + paper).filter {
                !$0.isEmpty
            }
            .joined(separator: " | ")
        }
        let (before, after) = (old.map(told), new.map(told))
        if before == after {
            try tell(programme, "why evidence speaks so of \(name)", nil, "changed", context, on: connection)
        } else {
            try tell(programme, "evidence of \(name)", before, after, context, on: connection)
        }
    }

    // MARK: For good

    /// Forgets what was attached to the arrows of a programme.
    static func forgetEvidence(of programme: Programme.ID, on connection: any SQLConnection) throws {
        try forgetEvidence(where: "programme_id = ?", .id(programme), on: connection)
    }

    /// Forgets that signals or stories were attached, and what was said of them.
    ///
    /// - Parameter targets: a list of ids or a query for them, which takes one argument.
    static func forgetEvidence(
        by targets: String,
        _ argument: SQLValue,
        on connection: any SQLConnection
    ) throws {
        try forgetEvidence(where: "target_id IN (\(targets))", argument, on: connection)
    }

    private static func forgetEvidence(
        where condition: String,
        _ argument: SQLValue,
        on connection: any SQLConnection
    ) throws {
        try connection.execute(
            """
            DELETE FROM revision WHERE kind = ? AND subject_id IN
                (SELECT theory_evidence.id FROM theory_evidence WHERE \(condition))
            """,
            [.word(Revision.Kind.evidence), argument]
        )
        try connection.execute("DELETE FROM theory_evidence WHERE \(condition)", [argument])
    }
}
