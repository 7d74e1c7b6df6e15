import Sightline
import Storage

extension Programme: SharedThing {
    static let shareWords = ShareWords(
        thing: "programme",
        shown: "its theory",
        things: "Programmes",
        links: "Public links to theories",
        noLinks: "None. A link to a theory is made on the page of its programme.",
        field: "programme",
        linkField: "theory-link",
        kept: .programmeKept
    )

    var subject: AuditEntry.Subject { AuditEntry.subject(self) }

    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Programme] {
        try ProgrammeStore.all(for: reader, on: connection)
    }

    func keep(_ context: Context, on connection: any SQLConnection) throws {
        var kept = self
        kept.visibility = .unit
        try ProgrammeStore.update(kept, context, on: connection)
    }
}

extension Pack: SharedThing {
    static let shareWords = ShareWords(
        thing: "pack",
        shown: "it",
        things: "Packs",
        links: "Public links to packs",
        noLinks: "None. A link to a pack is made on its page.",
        field: "pack",
        linkField: "pack-link",
        kept: .packKept
    )

    var title: String { header.title }

    var subject: AuditEntry.Subject { AuditEntry.subject(self) }

    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Pack] {
        try PackStore.all(for: reader, on: connection)
    }

    func keep(_ context: Context, on connection: any SQLConnection) throws {
        try PackStore.share(self, .unit, context, on: connection)
    }
}

extension Report: SharedThing {
    static let shareWords = ShareWords(
        thing: "page",
        shown: "it",
        things: "Written pages",
        links: "Public links to written pages",
        noLinks: "None. A link to a page is made where it is shown what others will see of it.",
        field: "written-page",
        linkField: "page-link",
        kept: .pageKept
    )

    var address: Address { .reports(.report(unit, id)) }

    var subject: AuditEntry.Subject { AuditEntry.subject(self) }

    static func all(for reader: Readership, on connection: any SQLConnection) throws -> [Report] {
        try ReportStore.all(on: connection).filter { reader.may(.read, $0) }
    }

    func keep(_ context: Context, on connection: any SQLConnection) throws {
        var kept = self
        kept.visibility = .unit
        try ReportStore.update(kept, context, on: connection)
    }
}
