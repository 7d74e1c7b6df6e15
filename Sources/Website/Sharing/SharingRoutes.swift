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
        registerMaking(on: routes)
        registerShared(on: routes)
    }

    private static func registerMaking(on routes: Routes) {
        let site = routes.site.configuration.publicAddress
        routes.at(Address.publicLinks).post { address, form, visit, connection in
            let reading = try SeriesReading(address, for: visit, on: connection)
            let back = (Address.series(reading.unit.id, reading.series.id), "the series")
            let link = NewLink(
                thing: reading.series,
                name: reading.measure.title,
                unit: reading.unit,
                back: back,
                section: .measures
            )
            return try link.make(form, visit, site, connection)
        }
        routes.at(Address.programmeLinks).post { address, form, visit, connection in
            let reading = try ProgrammeReading(address.0, address.1, for: visit, on: connection)
            let programme = reading.programme
            let link = NewLink(
                thing: programme,
                name: "the theory of \(programme.title)",
                unit: reading.unit,
                back: (programme.address, "the programme"),
                section: .programmes
            )
            return try link.make(form, visit, site, connection)
        }
        routes.at(Address.packLinks).post { address, form, visit, connection in
            let (unit, pack) = try visit.readership(on: connection).pack(at: address, on: connection)
            let link = NewLink(
                thing: pack,
                name: pack.title,
                unit: unit,
                back: (pack.address, "the pack"),
                section: .measures
            )
            return try link.make(form, visit, site, connection)
        }
        routes.at { Address.reports(.publicLinks($0, $1)) }.post { address, form, visit, connection in
            let (unit, report) = try visit.readership(on: connection).report(at: address, on: connection)
            let link = NewLink(
                thing: report,
                name: report.title,
                unit: unit,
                back: (report.address, "the page"),
                section: .home
            )
            return try link.make(form, visit, site, connection)
        }
    }

    /// What whoever has a public link sees.
    private static func registerShared(on routes: Routes) {
        let program = routes.site.configuration.pictureProgram
        routes.at(Address.shared).get(running: { code, visit, database in
            // A code that opens nothing must not cost more than looking.
            let (link, answer) = try await database.read { connection in
                let link = try open(code, visit, connection)
                return (link, try page(of: link, code, visit, connection))
            }
            try await database.write { try PublicLinkStore.count(link, on: $0) }
            return answer
        })
        routes.at(Address.sharedPicture).get(running: { address, visit, database in
            let reading = try await database.read { try openSeries(address.0, visit, $0) }
            switch address.1 {
            case .svg: return .file(SeriesFiles.svg(of: reading))
            case .png:
                return .file(
                    try await SeriesFiles.png(of: reading, by: program, svg: .sharedPicture(address.0, .svg))
                )
            }
        })
        routes.table(at: Address.sharedData) { code, visit, connection in
            SeriesFiles.data(of: try openSeries(code, visit, connection))
        }
    }

    /// The link that a code opens now.
    ///
    /// - Throws: `Failure.notFound` for one that opens nothing, whatever the reason.
    private static func open(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> OpenLink {
        guard
            let secret = code.secret,
            let link = try PublicLinkStore.open(secret, at: visit.now, on: connection)
        else { throw Failure.notFound }
        return link
    }

    /// The page of what a link shows.
    private static func page(
        of link: OpenLink,
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        switch link {
        case .series(let link):
            let summary = SeriesSummary(of: try reading(of: link, connection))
            return .page(SharedPage(code: code, summary: summary))
        case .programme(let link):
            return .page(try SharedTheoryPage(of: link, at: visit.now, on: connection))
        case .pack(let link): return .page(try SharedPackPage(of: link, at: visit.now, on: connection))
        case .report(let link): return .page(try SharedReportPage(of: link, at: visit.now, on: connection))
        }
    }

    /// The series that a code opens now.
    private static func openSeries(
        _ code: SignInCode,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> SeriesReading {
        guard case .series(let link) = try open(code, visit, connection) else { throw Failure.notFound }
        return try reading(of: link, connection)
    }

    /// What a link shows of a series, as those outside see it and without anyone's notes.
    private static func reading(
        of link: PublicLink<Series>,
        _ connection: any SQLConnection
    ) throws -> SeriesReading {
        try SeriesReading(fromOutside: (link.unit, link.thing), on: connection).withoutNotes
    }

    @Sendable private static func end(
        _ unit: Unit.ID,
        _ form: Form,
        _ visit: Visit,
        _ connection: any SQLConnection
    ) throws -> Answer {
        let page = try SharingPage(of: unit, for: visit, on: connection)
        guard let notice = try page.end(form, visit.context, on: connection) else {
            throw Failure.badRequest("That isn’t shared any more: go back and look again.")
        }
        return .redirect(to: .sharing(unit), notice: notice)
    }
}
