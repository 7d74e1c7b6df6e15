extension Access {
    /// What someone does with a thing in the bin.
    package enum BinAct: Sendable {
        /// Seeing it there, and taking it out.
        case restore
        /// Deleting it for good before its time.
        case purge
    }

    /// Denies unless a role of the account permits what whoever put the thing there needed; deleting for good needs the
    /// role of those who define what is measured.
    ///
    /// - Parameters:
    ///   - measure: the measure that the thing is, or is of.
    ///   - programme: the programme that it is, or is of.
    ///   - report: the written page that it is, or is of.
    package static func decide(
        _ account: Account?,
        _ act: BinAct,
        _ item: BinItem,
        of measure: Measure?,
        _ programme: Programme? = nil,
        _ report: Report? = nil,
        in tree: UnitTree
    ) -> Decision {
        if item.kind == .programme || item.kind == .cycle {
            guard let programme else { return .denied(.unitUnknown) }
            let needed: Action = item.kind == .cycle && act == .restore ? .recordCycles : .editProgrammes
            return decide(account, needed, on: programme, in: tree)
        }
        if item.kind == .report || item.kind == .snapshot {
            guard let report else { return .denied(.unitUnknown) }
            return decide(account, .writeReports, on: report, in: tree)
        }
        return switch (item.kind, measure) {
        case (.unit, _): decide(account, .editUnits, on: item.unit, in: tree)
        case (.review, _), (.decision, nil): decide(account, .runReviews, on: item.unit, in: tree)
        case (.decision, let measure?): decide(account, .runReviews, on: item.unit, of: measure, in: tree)
        case (.activity, _):
            decide(account, act == .purge ? .editProgrammes : .annotate, on: item.unit, in: tree)
        // What lies there is seen as a story without consent is.
        case (.story, _):
            decide(
                account,
                act == .purge ? .editProgrammes : .recordCycles,
                onStoryOf: item.unit,
                seen: nil,
                in: tree
            )
        // What lies there is seen as what a unit keeps is.
        case (.pack, _):
            decide(account, .editMeasures, onWhatBelongsTo: item.unit, seen: .unit, in: tree)
        case (_, nil): .denied(.unitUnknown)
        case (.measure, let measure?):
            decide(account, .editMeasures, onDefinitionOf: measure, from: item.unit, in: tree)
        case (.series, let measure?): decide(account, .editMeasures, on: item.unit, of: measure, in: tree)
        case (.phase, let measure?), (.annotation, let measure?):
            decide(
                account,
                act == .purge ? .editMeasures : .annotate,
                on: item.unit,
                of: measure,
                in: tree
            )
        case (.programme, _), (.cycle, _), (.report, _), (.snapshot, _): .denied(.unitUnknown)
        }
    }
}
