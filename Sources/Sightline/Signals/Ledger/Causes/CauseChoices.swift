package import Storage

/// What someone who explains a signal may choose as its cause: what it is linked to now, what happened just before,
/// and the other cycles of its unit and notes on its chart.
package struct CauseChoices: Equatable, Sendable {
    package struct Choice: Equatable, Sendable {
        package var cause: SeenCause
        /// Whether it stands among what happened just before.
        package var isPrompt: Bool
    }

    /// In this order, each kind with the newest first.
    package var choices: [Choice]

    /// So many of what did not happen just before are offered of each kind.
    package static let most = 20

    /// - Parameter seen: what the cause is linked to now, as the reader may see it.
    package init(
        for entry: LedgerEntry,
        linked seen: [SeenCause],
        _ prompts: Prompts,
        for reader: Readership,
        on connection: any SQLConnection
    ) throws {
        let prompted = prompts.prompts.compactMap(\.source).map { source -> CauseLink in
            switch source {
            case .annotation(let id): .annotation(id)
            case .cycle(let id, _): .cycle(id)
            }
        }
        let isPrompt = Set(prompted)
        let before = try SeenCause.all(prompted, for: reader, on: connection)
        var others: [SeenCause] = []
        for programme in try ProgrammeStore.all(of: entry.unit.id, on: connection)
        where reader.may(.read, programme) {
            others += try CycleStore.all(of: programme.id, on: connection).map { .cycle($0, programme) }
        }
        others.sort { Self.age($1) < Self.age($0) }
        others = Array(others.prefix(Self.most))
        if let place = entry.place {
            others += try AnnotationStore.all(of: place.series.id, on: connection).suffix(Self.most)
                .reversed().map { .annotation($0, place.series, place.measure, entry.unit) }
        }
        var known: Set<CauseLink> = []
        choices = (seen + before + others).compactMap { cause in
            guard known.insert(cause.link).inserted else { return nil }
            return Choice(cause: cause, isPrompt: isPrompt.contains(cause.link))
        }
    }

    private static func age(_ cause: SeenCause) -> Timestamp {
        if case .cycle(let cycle, _) = cause { cycle.instant } else { Timestamp(microseconds: 0) }
    }
}
