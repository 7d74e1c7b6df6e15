import Sightline
import Statistics
import Storage

/// What others see: the preview, public links, and the list of all that is shared.
enum SharingRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.sharing).get { unit, visit, connection in
            .page(try SharingPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.endedShares).post(end)
        routes.at(Address.outsideView).get { address, visit, connection in
            .page(try OutsidePage(of: address, for: visit, on: connection))
        }
        let publicAddress = routes.site.configuration.publicAddress
        routes.at(Address.publicLinks).post { address, form, visit, connection in
            try share(address, form, visit, publicAddress, connection)
        }
        routes.at(Address.programmeLinks).post { address, form, visit, connection in
            try shareTheory(address, form, visit, publicAddress, connection)
        }
        routes.at(Address.packLinks).post { address, form, visit, connection in
            try sharePack(address, form, visit, publicAddress, connection)
        }
        routes.at { Address.reports(.publicLinks($0, $1)) }.post { address, form, visit, connection in
            try shareReport(address, form, visit, publicAddress, connection)
        }
        registerShared(on: routes)
    }

    /// What whoever has a public link sees.
    private static func registerShared(on routes: Routes) {
        let program = routes.site.configuration.pictureProgram
        routes.at(Address.shared).get(running: { code, visit, database in
            // A code that opens nothing must not cost more than looking.
            if let theory = try await database.read({ try openTheory(code, visit, $0) }) {
                try await database.write { try ProgrammeLinkStore.count(theory.link.id, on: $0) }
                return .page(theory.page)
            }
            if let pack = try await database.read({ try SharedPackPage.open(code, visit, $0) }) {
                try await database.write { try PackLinkStore.count(pack.link, on: $0) }
                return .page(pack)
            }
            if let report = try await database.read({ try openReport(code, visit, $0) }) {
                try await database.write { try ReportLinkStore.count(report.link.id, on: $0) }
                return .page(report.page)
            }
            let found = try await database.read { try open(code, visit, $0) }
            try await database.write { try PublicLinkStore.count(found.link.id, on: $0) }
            return .page(SharedPage(code: code, summary: SeriesSummary(of: found.reading)))
        })
        routes.at(Address.sharedPicture).get(running: { address, visit, database in
            let reading = try await database.read { try open(address.0, visit, $0).reading }
            switch address.1 {
            case .svg: return .file(SeriesFiles.svg(of: reading))
            case .png:
                return .file(
                    try await SeriesFiles.png(of: reading, by: program, svg: .sharedPicture(address.0, .svg))
                )
            }
        })
        routes.table(at: Address.sharedData) { code, visit, connection in
            SeriesFiles.data(of: try open(code, visit, connection).reading)
        }
    }

    /// What a link opens now, as those outside see it and without anyone's notes.
    private static func open(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> (link: PublicLink, reading: SeriesReading) {
        guard
            let secret = code.secret,
            let link = try PublicLinkStore.open(secret, at: visit.now, on: connection)
        else { throw Failure.notFound }
        let reading = try SeriesReading(fromOutside: (link.unit, link.series), on: connection)
        return (link, reading.withoutNotes)
    }

    /// The theory that a link opens now; nil where it opens none.
    private static func openTheory(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> (link: ProgrammeLink, page: SharedTheoryPage)? {
        guard
            let secret = code.secret,
            let link = try ProgrammeLinkStore.open(secret, at: visit.now, on: connection)
        else { return nil }
        return (link, try SharedTheoryPage(of: link, at: visit.now, on: connection))
    }

    /// The written page that a link opens now; nil where it opens none.
    private static func openReport(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> (link: ReportLink, page: SharedReportPage)? {
        guard
            let secret = code.secret,
            let link = try ReportLinkStore.open(secret, at: visit.now, on: connection)
        else { return nil }
        return (link, try SharedReportPage(of: link, at: visit.now, on: connection))
    }

    /// Until when a link is to hold; nil for one that holds until it is revoked.
    private static func expiry(_ form: Form, _ visit: Visit) throws -> Timestamp? {
        guard let text = form.optional("link-days") else { return nil }
        guard let days = Int64(text), (1...Int64(PublicLink.mostDays)).contains(days) else {
            throw Failure.badRequest(
                "A public link holds from 1 to \(PublicLink.mostDays) days: go back and type how many, or nothing."
            )
        }
        return visit.now.advanced(bySeconds: days * 86_400)
    }

    private static func share(
        _ address: (Unit.ID, Series.ID),
        _ form: Form,
        _ visit: Visit,
        _ site: String,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try SeriesReading(address, for: visit, on: connection)
        let expires = try expiry(form, visit)
        let secret = try PublicLinkStore.make(
            to: reading.series,
            expires: expires,
            visit.context,
            on: connection
        )
        let back = (Address.series(reading.unit.id, reading.series.id), "the series")
        return made(secret, site, reading.measure.title, in: reading.unit, expires, back, .measures)
    }

    private static func shareTheory(
        _ address: (Unit.ID, Programme.ID),
        _ form: Form,
        _ visit: Visit,
        _ site: String,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
        let programme = reading.programme
        let expires = try expiry(form, visit)
        let secret = try ProgrammeLinkStore.make(
            to: programme,
            expires: expires,
            visit.context,
            on: connection
        )
        let subject = "the theory of \(programme.title)"
        let back = (programme.address, "the programme")
        return made(secret, site, subject, in: reading.unit, expires, back, .programmes)
    }

    private static func sharePack(
        _ address: (Unit.ID, Pack.ID),
        _ form: Form,
        _ visit: Visit,
        _ site: String,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let (unit, pack) = try visit.readership(on: connection).pack(at: address, on: connection)
        let expires = try expiry(form, visit)
        let secret = try PackLinkStore.make(to: pack, expires: expires, visit.context, on: connection)
        return made(secret, site, pack.title, in: unit, expires, (pack.address, "the pack"), .measures)
    }

    private static func shareReport(
        _ address: (Unit.ID, Report.ID),
        _ form: Form,
        _ visit: Visit,
        _ site: String,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let (unit, report) = try visit.readership(on: connection).report(at: address, on: connection)
        let expires = try expiry(form, visit)
        let secret = try ReportLinkStore.make(to: report, expires: expires, visit.context, on: connection)
        return made(secret, site, report.title, in: unit, expires, (report.address, "the page"), .home)
    }

    /// Shows a link that has just been made, this once.
    ///
    /// - Parameter site: the address of the site, as those outside reach it.
    private static func made(
        _ secret: Secret,
        _ site: String,
        _ subject: String,
        in unit: Unit,
        _ expires: Timestamp?,
        _ back: (address: Address, words: String),
        _ section: Section
    ) -> Answer {
        .page(
            PublicLinkPage(
                unit: unit,
                subject: subject,
                link: site + Address.shared(SignInCode(secret)).path,
                expires: expires,
                back: back,
                section: section
            )
        )
    }

    @Sendable private static func end(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let page = try SharingPage(of: unit, for: visit, on: connection)
        if let shared = page.links.first(where: { $0.link.id.description == form["link"] }) {
            try PublicLinkStore.revoke(shared.link.id, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .linkRevoked)
        }
        if let shared = page.programmes.link(in: form) {
            try ProgrammeLinkStore.revoke(shared.link, to: shared.thing, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .linkRevoked)
        }
        if let shared = page.reports.link(in: form) {
            try ReportLinkStore.revoke(shared.link, to: shared.thing, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .linkRevoked)
        }
        if var report = page.reports.shared(in: form) {
            report.visibility = .unit
            try ReportStore.update(report, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .pageKept)
        }
        if var programme = page.programmes.shared(in: form) {
            programme.visibility = .unit
            try ProgrammeStore.update(programme, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .programmeKept)
        }
        if let shared = page.packs.link(in: form) {
            try PackLinkStore.revoke(shared.link, to: shared.thing, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .linkRevoked)
        }
        if let pack = page.packs.shared(in: form) {
            try PackStore.share(pack, .unit, visit.context, on: connection)
            return .redirect(to: .sharing(unit), notice: .packKept)
        }
        guard
            var measure = page.measures.first(where: { $0.measure.id.description == form["measure"] })?
                .measure
        else {
            throw Failure.badRequest("That isn’t shared any more: go back and look again.")
        }
        measure.visibility = .unit
        try MeasureStore.update(measure, reason: "", visit.context, on: connection)
        return .redirect(to: .sharing(unit), notice: .shareEnded)
    }
}
