import Sightline
import Statistics
import Storage

/// The tree of units: seeing it and changing it.
enum UnitRoutes {
    static func register(on routes: Routes) {
        routes.at(.units).get { _, visit, connection in .page(try UnitTreePage(for: visit, on: connection)) }
        routes.at(Address.unitSettings).get { unit, visit, connection in
            .page(try UnitSettingsPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.unitChildren).post(add)
        routes.at(Address.unitName).post(rename)
        routes.at(Address.unitParent).post(move)
        routes.at(Address.unitEvents).post(record)
        routes.at(Address.deletedUnit).post { unit, form, visit, connection in
            let parent = try UnitStore.find(unit, on: connection)?.parent
            try BinStore.delete(unit, reason: DeletionForm.reason(in: form), visit.context, on: connection)
            return .redirect(to: parent.map { .unitSettings($0) } ?? .units, notice: .binned)
        }
    }

    @Sendable private static func add(
        _ parent: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        guard let kind = Unit.Kind(rawValue: form["child-kind"]) else {
            throw Failure.badRequest("Choose the kind of unit from the list.")
        }
        let unit = Unit(
            id: visit.context.makeID(),
            parent: parent,
            kind: kind,
            name: form["child-name"],
            code: form.optional("child-code")
        )
        do {
            try UnitStore.insert(unit, visit.context, on: connection)
        } catch let error as UnitError {
            return try retry(parent, visit, connection, \.child, form, error, fieldOf: childField)
        }
        return .redirect(to: .unitSettings(unit.id), notice: .unitAdded)
    }

    @Sendable private static func rename(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let edit = try edit(unit, form, asking: UnitSettingsPage.nameFields, on: connection)
        if let state = edit.conflict { return try conflict(unit, visit, connection, \.name, state) }
        let form = edit.form
        do {
            try UnitStore.rename(
                unit,
                to: form["name"],
                code: form.optional("code"),
                visit.context,
                on: connection
            )
        } catch let error as UnitError {
            return try retry(unit, visit, connection, \.name, form, error, fieldOf: nameField)
        }
        return .redirect(to: .unitSettings(unit), notice: .unitRenamed)
    }

    @Sendable private static func move(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let edit = try edit(unit, form, asking: UnitSettingsPage.parentFields, on: connection)
        if let state = edit.conflict { return try conflict(unit, visit, connection, \.parent, state) }
        let form = edit.form
        guard let parent = Unit.ID(form["parent"]) else {
            throw Failure.badRequest("Choose where to move it from the list.")
        }
        // The gate has looked at the unit itself; moving changes the place that it goes to as well.
        let tree = UnitTree(try UnitStore.lineage(of: parent, on: connection))
        guard visit.may(.editUnits, on: parent, in: tree) else { throw Failure.forbidden }
        do {
            try UnitStore.move(unit, to: parent, visit.context, on: connection)
        } catch let error as UnitError {
            return try retry(unit, visit, connection, \.parent, form, error) { _ in "parent" }
        }
        return .redirect(to: .unitSettings(unit), notice: .unitMoved)
    }

    @Sendable private static func record(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        guard let membership = Unit.Membership(rawValue: form["membership"]) else {
            throw Failure.badRequest("Choose what happened from the list.")
        }
        var problems: [FormState.Problem] = []
        let day = Day(form["day"])
        if day == nil { problems.append(.init("day", "Enter a day, like 2026-03-31.")) }
        if form["reason"].isEmpty { problems.append(.init("reason", "Enter the reason.")) }
        guard let day, problems.isEmpty else {
            return try retry(unit, visit, connection, \.event, FormState(typed: form, problems: problems))
        }
        try UnitStore.record(
            membership,
            of: unit,
            day: day,
            reason: form["reason"],
            visit.context,
            on: connection
        )
        return .redirect(to: .unitSettings(unit), notice: .unitEventRecorded)
    }
}

extension UnitRoutes {
    /// A form of the page, held against what the unit says now.
    private static func edit(
        _ unit: Unit.ID,
        _ form: Form,
        asking names: [String],
        on connection: any SQLConnection
    ) throws -> Edit {
        let tree = try UnitStore.tree(on: connection)
        guard let now = tree[unit] else { throw Failure.notFound }
        let words = UnitSettingsPage.words(in: tree)
        return try Edit(form, of: .unit, unit, now: now.fields, asking: names, words: words, on: connection)
    }

    private static func conflict(
        _ unit: Unit.ID,
        _ visit: Visit,
        _ connection: any SQLConnection,
        _ form: WritableKeyPath<UnitSettingsPage.Forms, FormState>,
        _ state: FormState
    ) throws -> Answer {
        .conflict(
            try UnitSettingsPage(of: unit, for: visit, on: connection) { $0[keyPath: form] = state }
        )
    }

    /// Shows the page again with what was typed and what is wrong with it.
    private static func retry(
        _ unit: Unit.ID,
        _ visit: Visit,
        _ connection: any SQLConnection,
        _ form: WritableKeyPath<UnitSettingsPage.Forms, FormState>,
        _ state: FormState
    ) throws -> Answer {
        let page = try UnitSettingsPage(of: unit, for: visit, on: connection) { $0[keyPath: form] = state }
        return .unsaved(page)
    }

    private static func retry(
        _ unit: Unit.ID,
        _ visit: Visit,
        _ connection: any SQLConnection,
        _ form: WritableKeyPath<UnitSettingsPage.Forms, FormState>,
        _ typed: Form,
        _ error: UnitError,
        fieldOf: (UnitError) -> String
    ) throws -> Answer {
        if case .notFound = error { throw error }
        let problem = FormState.Problem(fieldOf(error), error.sentence)
        return try retry(unit, visit, connection, form, FormState(typed: typed, problems: [problem]))
    }

    private static func nameField(_ error: UnitError) -> String {
        if case .codeTaken = error { "code" } else { "name" }
    }

    private static func childField(_ error: UnitError) -> String {
        switch error {
        case .codeTaken: "child-code"
        case .parentNotWider, .parentMissing: "child-kind"
        default: "child-name"
        }
    }
}
