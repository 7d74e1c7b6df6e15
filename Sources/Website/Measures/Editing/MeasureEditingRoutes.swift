import Sightline
import Storage

/// Changing a measure, retiring it, and taking that back.
enum MeasureEditingRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.measure)
            .get { address, visit, connection in
                var page = try EditMeasurePage(of: address, on: connection)
                let reader = try visit.readership(on: connection)
                page.origin = try PackOrigin(of: address.1, for: reader, on: connection)
                return .page(page)
            }
            .post(change)
        routes.at(Address.retirement).post(retire)
        routes.at(Address.deletedMeasure).post { address, form, visit, connection in
            let reason = DeletionForm.reason(in: form)
            try BinStore.delete(address.1, from: address.0, reason: reason, visit.context, on: connection)
            return .redirect(to: .measures(address.0), notice: .binned)
        }
        routes.at(Address.restoredEdition).post { address, form, visit, connection in
            let reading = try SeriesReading(address, for: visit, on: connection)
            guard let number = Int(form["edition"]), number > 0, number < reading.series.edition else {
                throw Failure.badRequest("Choose an older edition from the list.")
            }
            try SeriesStore.restore(
                address.1,
                edition: number,
                reason: "Edition \(number) put back",
                visit.context,
                on: connection
            )
            return .redirect(to: .series(address.0, address.1), notice: .editionRestored)
        }
        routes.at(Address.deletedSeries).post { address, form, visit, connection in
            _ = try SeriesReading(address, for: visit, on: connection)
            let reason = DeletionForm.reason(in: form)
            try BinStore.delete(address.1, reason: reason, visit.context, on: connection)
            return .redirect(to: .measures(address.0), notice: .binned)
        }
        routes.at(Address.withdrawnRetirement).post { address, _, visit, connection in
            do {
                try MeasureStore.withdrawRetirement(of: address.1, visit.context, on: connection)
            } catch RetirementError.notRetired {
                throw Failure.badRequest("The measure isn’t retired any more: go back and look again.")
            }
            return .redirect(to: .measure(address.0, address.1), notice: .measureBack)
        }
    }

    @Sendable private static func change(
        _ address: (Unit.ID, Measure.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try EditMeasurePage(of: address, on: connection)
        let edit = try Edit(form, of: .measure, address.1, now: page.measure.fields, on: connection)
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        let form = edit.form
        var (measure, problems) = MeasureForm.changed(page.measure, by: form)
        let isRedefined = !measure.definition.saysTheSame(as: page.measure.definition)
        if isRedefined, form["change-reason"].isEmpty {
            problems.append(
                .init("change-reason", "Say why: a changed definition starts a new version and new series.")
            )
        }
        let keeper = page.measure.unit ?? address.0
        let lineage = UnitTree(try UnitStore.lineage(of: keeper, on: connection))
        if measure.visibility != page.measure.visibility, !visit.may(.share, on: keeper, in: lineage) {
            problems.append(MeasureForm.sharingProblem)
        }
        if let rule = page.measure.disclosure, measure.disclosure != rule,
            !visit.may(.share, on: keeper, in: lineage)
        {
            problems.append(MeasureForm.disclosureProblem)
        }
        if problems.isEmpty {
            do {
                // What a chart can't show is found after the first writing, which must not stay.
                _ = try connection.savepoint {
                    try MeasureStore.update(
                        measure,
                        reason: form["change-reason"],
                        visit.context,
                        on: connection
                    )
                }
                let notice: Notice = isRedefined ? .measureRedefined : .measureChanged
                return .redirect(to: .measure(address.0, address.1), notice: notice)
            } catch let error as MeasureProblems {
                problems = error.problems.map { .init($0.field.rawValue, $0.sentence) }
            } catch RecordError.notChartable {
                problems = [
                    .init(
                        "chart",
                        "A series of this measure can’t be charted so: keep the chart that it has."
                    )
                ]
            }
        } else {
            problems += measure.problems.map { .init($0.field.rawValue, $0.sentence) }
        }
        page.form = FormState(typed: form, problems: problems)
        return .unsaved(page)
    }

    @Sendable private static func retire(
        _ address: (Unit.ID, Measure.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try EditMeasurePage(of: address, on: connection)
        do {
            try MeasureStore.retire(
                address.1,
                reason: form["retirement-reason"],
                visit.context,
                on: connection
            )
        } catch RetirementError.reasonMissing {
            let problem = FormState.Problem("retirement-reason", "Enter the reason.")
            page.retirementForm = FormState(typed: form, problems: [problem])
            return .unsaved(page)
        } catch RetirementError.retiredAlready {
            throw Failure.badRequest("The measure is retired already: go back and look again.")
        }
        return .redirect(to: .measure(address.0, address.1), notice: .measureRetired)
    }
}
