import Sightline
import Statistics
import Storage

/// One phase or one note: changing it, and deleting it.
enum PhaseRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.phase)
            .get { address, visit, connection in .page(try PhasePage(of: address, for: visit, on: connection))
            }
            .post(changePhase)
        routes.at(Address.deletedPhase).post { address, _, visit, connection in
            let page = try PhasePage(of: address, for: visit, on: connection)
            try BinStore.delete(page.phase.id, visit.context, on: connection)
            return .redirect(to: .series(address.0, address.1), notice: .binned)
        }
        routes.at(Address.annotation)
            .get { address, visit, connection in
                .page(try AnnotationPage(of: address, for: visit, on: connection))
            }
            .post(changeNote)
        routes.at(Address.deletedAnnotation).post { address, _, visit, connection in
            let page = try AnnotationPage(of: address, for: visit, on: connection)
            try BinStore.delete(page.note.id, of: address.1, visit.context, on: connection)
            return .redirect(to: .series(address.0, address.1), notice: .binned)
        }
    }

    @Sendable private static func changePhase(
        _ address: (Unit.ID, Series.ID, Phase.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PhasePage(of: address, for: visit, on: connection)
        let edit = try Edit(
            form,
            of: .phase,
            page.phase.id,
            now: page.phase.fields,
            asking: PhasePage.names,
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        let form = edit.form
        let problems = try PhaseForm.read(form) { start, reason in
            try PhaseStore.change(page.phase.id, start: start, reason: reason, visit.context, on: connection)
            // Putting back a time when it wasn't in force.
            if form["in-force"] == "no" {
                try PhaseStore.withdraw(page.phase.id, visit.context, on: connection)
            }
        }
        guard problems.isEmpty else {
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: page.address, notice: .phaseChanged)
    }

    @Sendable private static func changeNote(
        _ address: (Unit.ID, Series.ID, Annotation.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try AnnotationPage(of: address, for: visit, on: connection)
        let edit = try Edit(
            form,
            of: .annotation,
            page.note.id,
            now: page.note.fields,
            asking: AnnotationPage.names,
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        let form = edit.form
        let problems = try NoteForm.read(form, on: page.reading) { day, text in
            var note = page.note
            note.day = day
            note.kind = Annotation.Kind(rawValue: form["note-kind"]) ?? note.kind
            note.text = text
            try AnnotationStore.change(note, visit.context, on: connection)
            if form["in-force"] == "no" {
                _ = try AnnotationStore.withdraw(note.id, of: note.series, visit.context, on: connection)
            }
        }
        guard problems.isEmpty else {
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        return .redirect(to: page.address, notice: .annotationChanged)
    }
}
