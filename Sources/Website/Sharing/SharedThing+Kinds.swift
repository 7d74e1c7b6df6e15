import Sightline
import Storage

extension Programme: SharedThing {
    typealias Link = ProgrammeLink

    static let shareWords = ShareWords(
        thing: "programme",
        things: "Programmes",
        links: "Public links to theories",
        noLinks: "None. A link to a theory is made on the page of its programme.",
        field: "programme",
        linkField: "theory-link"
    )

    var subject: AuditEntry.Subject { AuditEntry.subject(self) }

    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Programme] {
        try ProgrammeStore.all(for: reader, on: connection)
    }

    static func links(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [(link: ProgrammeLink, thing: Programme.ID)] {
        try ProgrammeLinkStore.all(within: unit, on: connection).map { ($0, $0.programme) }
    }

    func mayBeShared(by reader: Readership) -> Bool { reader.may(.share, self) }
}

extension Pack: SharedThing {
    typealias Link = PackLink

    static let shareWords = ShareWords(
        thing: "pack",
        things: "Packs",
        links: "Public links to packs",
        noLinks: "None. A link to a pack is made on its page.",
        field: "pack",
        linkField: "pack-link"
    )

    var title: String { header.title }

    var subject: AuditEntry.Subject { AuditEntry.subject(self) }

    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Pack] {
        try PackStore.all(for: reader, on: connection)
    }

    static func links(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [(link: PackLink, thing: Pack.ID)] {
        try PackLinkStore.all(within: unit, on: connection).map { ($0, $0.pack) }
    }

    func mayBeShared(by reader: Readership) -> Bool { reader.may(.share, self) }
}

extension Report: SharedThing {
    typealias Link = ReportLink

    static let shareWords = ShareWords(
        thing: "page",
        things: "Written pages",
        links: "Public links to written pages",
        noLinks: "None. A link to a page is made where it is shown what others will see of it.",
        field: "written-page",
        linkField: "page-link"
    )

    var address: Address { .reports(.report(unit, id)) }

    var subject: AuditEntry.Subject { AuditEntry.subject(self) }

    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Report] {
        try ReportStore.all(on: connection).filter { reader.may(.read, $0) }
    }

    static func links(
        within unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [(link: ReportLink, thing: Report.ID)] {
        try ReportLinkStore.all(within: unit, on: connection).map { ($0, $0.report) }
    }

    func mayBeShared(by reader: Readership) -> Bool { reader.may(.share, self) }
}
