import Exchange
import Sightline
import Storage

/// Packs: the list, one, its file, sending and making one, sharing, putting an older version back, using its measures,
/// and deleting it.
enum PackRoutes {
    static func register(on routes: Routes) {
        routes.at { Address.packs(.list($0)) }.get { unit, visit, connection in
            .page(try PacksPage(of: unit, for: visit, on: connection))
        }
        routes.at { Address.packs(.new($0)) }
            .get { unit, visit, connection in
                .page(try PackUploadPage(in: unit, for: visit, on: connection))
            }
            .post(uploading: send)
        routes.at { Address.packs(.making($0)) }
            .get { unit, visit, connection in
                .page(try PackMakingPage(in: unit, for: visit, on: connection))
            }
            .post(make)
        routes.at { Address.packs(.shipped($0, $1)) }.get { address, visit, connection in
            .page(try ShippedPackPage(of: address, for: visit, on: connection))
        }
        routes.at { Address.packs(.pack($0, $1)) }.get { address, visit, connection in
            .page(try PackPage(of: address, for: visit, on: connection))
        }
        routes.at { Address.packs(.file($0, $1)) }.get(file)
        routes.at { Address.packs(.visibility($0, $1)) }.post(share)
        routes.at { Address.packs(.restored($0, $1)) }.post(restore)
        routes.at { Address.packs(.use($0, $1)) }
            .get { address, visit, connection in
                let query = visit.query
                let version = query[PackPage.parameter]
                let page = try PackUsePage(
                    of: address,
                    into: query["into"],
                    version: version,
                    for: visit,
                    on: connection
                )
                return page.form.problems.isEmpty ? .page(page) : .unsaved(page)
            }
            .post(use)
        routes.at { Address.packs(.deleted($0, $1)) }.post { address, form, visit, connection in
            let (_, pack) = try visit.readership(on: connection).pack(at: address, on: connection)
            try BinStore.delete(pack.id, reason: DeletionForm.reason(in: form), visit.context, on: connection)
            return .redirect(to: .packs(.list(address.0)), notice: .binned)
        }
    }

    /// Shows what a file says, or keeps what was shown.
    @Sendable private static func send(
        _ unit: Unit.ID,
        _ upload: Upload,
        _ visit: Visit,
        _ database: any SQLDatabase
    ) async throws -> Answer {
        let reading =
            upload.bytes.isEmpty
            ? PackReader.read(upload.form.untrimmed("pack-text")) : PackReader.read(upload.bytes)
        return try await database.write { connection in
            guard !upload.bytes.isEmpty || !upload.form["pack-text"].isEmpty else {
                let problem = FormState.Problem("pack-text", "Choose a file, or paste its text.")
                let state = FormState(typed: upload.form, problems: [problem])
                return .unsaved(try PackUploadPage(in: unit, state, for: visit, on: connection))
            }
            let page = try PackUploadPage(showing: reading, in: unit, for: visit, on: connection)
            guard let content = reading.content else { return .unsaved(page) }
            guard upload.form["step"] == PackUploadPage.keep else { return .page(page) }
            return try keep(content, reading.text, upload.form, page, visit, connection)
        }
    }

    private static func keep(
        _ content: PackContent,
        _ text: String,
        _ form: Form,
        _ shown: PackUploadPage,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = shown
        do {
            let pack = try PackStore.keep(
                content,
                text: text,
                in: page.unit.id,
                seen: Int(form["seen"]) ?? 0,
                reason: form["what-is-new"],
                visit.context,
                on: connection
            )
            return .redirect(to: pack.address, notice: page.before == nil ? .packAdded : .packVersionAdded)
        } catch PackError.changed {
            page.isStale = true
            return .conflict(page)
        } catch PackError.unchanged {
            return .redirect(to: page.before?.address ?? .packs(.list(page.unit.id)), notice: .packUnchanged)
        } catch PackError.inBin {
            page.form.problems = [.init("pack-text", inBin)]
            return .unsaved(page)
        }
    }

    private static let inBin = """
        A pack of this name is in the bin: take it out first, or give this one another name.
        """

    @Sendable private static func make(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PackMakingPage(in: unit, for: visit, on: connection)
        let (content, problems) = page.read(form)
        guard problems.isEmpty else {
            page.form = FormState(typed: form, problems: problems)
            return .unsaved(page)
        }
        let reading = PackReader.read(try PackWriter.text(of: content))
        return .page(try PackUploadPage(showing: reading, in: unit, for: visit, on: connection))
    }

    @Sendable private static func file(
        _ address: (Unit.ID, Pack.ID),
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let (_, pack) = try visit.readership(on: connection).pack(at: address, on: connection)
        let versions = try PackStore.versions(of: pack.id, on: connection)
        let shown = try PackPage.Shown(of: pack, versions, visit.query[PackPage.parameter], on: connection)
        let name = "\(shown.version.header.name)-\(shown.version.number).yaml"
        return .file(
            Answer.File(Array(shown.text.utf8), mediaType: "application/yaml; charset=utf-8", name: name)
        )
    }

    @Sendable private static func share(
        _ address: (Unit.ID, Pack.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PackPage(of: address, for: visit, on: connection)
        let fields = page.pack.fields
        let edit = try Edit(
            form,
            of: .pack,
            page.pack.id,
            now: fields,
            words: PackPage.words,
            on: connection
        )
        if let state = edit.conflict {
            page.form = state
            return .conflict(page)
        }
        guard let visibility = Visibility(rawValue: edit.form["visibility"]) else {
            let problem = FormState.Problem("visibility", "Choose one from the list.")
            page.form = FormState(typed: edit.form, problems: [problem])
            return .unsaved(page)
        }
        try PackStore.share(page.pack, visibility, visit.context, on: connection)
        return .redirect(to: page.pack.address, notice: .packShared)
    }

    /// Keeps an older version anew, as the newest.
    @Sendable private static func restore(
        _ address: (Unit.ID, Pack.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let (_, pack) = try visit.readership(on: connection).pack(at: address, on: connection)
        guard let number = Int(form["version"]), number > 0, number < pack.newest.number,
            let text = try PackStore.text(of: pack.id, version: number, on: connection),
            let content = PackReader.read(text).content
        else { throw Failure.badRequest("Choose an older version from the list.") }
        do {
            try PackStore.keep(
                content,
                text: text,
                in: pack.unit,
                seen: Int(form["seen"]) ?? 0,
                reason: "Version \(number) put back",
                visit.context,
                on: connection
            )
        } catch PackError.changed {
            throw Failure.badRequest("Someone kept a version while you were at it: go back and look again.")
        } catch PackError.unchanged {
            return .redirect(to: pack.address, notice: .packUnchanged)
        }
        return .redirect(to: pack.address, notice: .packVersionAdded)
    }

    @Sendable private static func use(
        _ address: (Unit.ID, Pack.ID),
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        var page = try PackUsePage(
            of: address,
            into: form["into"],
            version: form[PackPage.parameter],
            for: visit,
            on: connection
        )
        guard let chosen = page.chosen, !chosen.plan.new.isEmpty else {
            if page.form.problems.isEmpty {
                page.form.problems = [.init("into", "Choose a unit in which there is something to make.")]
            }
            return .unsaved(page)
        }
        do {
            try PackUseStore.make(
                chosen.plan,
                from: page.pack,
                version: page.version.number,
                visit.context,
                on: connection
            )
        } catch let error as MeasureProblems {
            page.form.problems = error.problems.map { .init("into", $0.sentence) }
            return .unsaved(page)
        }
        return .redirect(to: .imports(chosen.unit.id), notice: .packUsed)
    }
}
