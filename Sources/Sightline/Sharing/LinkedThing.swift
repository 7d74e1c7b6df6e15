package import Storage

/// Something that a public link can show to whoever holds it.
package protocol LinkedThing: Identifiable, Sendable where ID == Identifier<Self> {
    /// Where the links to such things are kept.
    static var linkTable: LinkTable { get }

    /// The unit that it belongs to, where its links are made and ended.
    var unit: Unit.ID { get }

    /// The measure that it is something of, where it is.
    var linkedMeasure: Measure.ID? { get }

    /// What the audit trail names when a link is made or ends: what it shows, or the link by itself. Nil where what it
    /// shows isn't there any more.
    static func subject(
        of link: PublicLink<Self>,
        on connection: any SQLConnection
    ) throws -> AuditEntry.Subject?
}

extension LinkedThing {
    package var linkedMeasure: Measure.ID? { nil }
}

extension Series: LinkedThing {
    package static let linkTable = LinkTable("public_link", thing: "series_id", measure: "measure_id")

    package var unit: Unit.ID { key.unit }

    package var linkedMeasure: Measure.ID? { key.measure }

    /// The link by itself, told to those who may read the measure.
    package static func subject(
        of link: PublicLink<Series>,
        on connection: any SQLConnection
    ) throws -> AuditEntry.Subject? {
        try link.measure.flatMap { try MeasureStore.find($0, on: connection) }.map { measure in
            AuditEntry.Subject(
                .publicLink,
                id: link.id.description,
                name: measure.title,
                unit: link.unit,
                measure: measure.id
            )
        }
    }
}

extension Programme: LinkedThing {
    package static let linkTable = LinkTable("programme_link", thing: "programme_id")

    package static func subject(
        of link: PublicLink<Programme>,
        on connection: any SQLConnection
    ) throws -> AuditEntry.Subject? {
        try ProgrammeStore.find(link.thing, on: connection).map { AuditEntry.subject($0) }
    }
}

extension Pack: LinkedThing {
    package static let linkTable = LinkTable("pack_link", thing: "pack_id")

    package static func subject(
        of link: PublicLink<Pack>,
        on connection: any SQLConnection
    ) throws -> AuditEntry.Subject? {
        try PackStore.find(link.thing, on: connection).map { AuditEntry.subject($0) }
    }
}

extension Report: LinkedThing {
    package static let linkTable = LinkTable("report_link", thing: "report_id")

    package static func subject(
        of link: PublicLink<Report>,
        on connection: any SQLConnection
    ) throws -> AuditEntry.Subject? {
        try ReportStore.find(link.thing, on: connection).map { AuditEntry.subject($0) }
    }
}
