import Sightline
import Storage

/// Writes England's A&E departments into a database.
struct NationFiller {
    private let nation: NationalData
    private let organisations: NationalData?
    private let context: Context
    private let connection: any SQLConnection

    init(
        _ nation: NationalData,
        _ organisations: NationalData?,
        now: Timestamp,
        on connection: any SQLConnection
    ) {
        self.nation = nation
        self.organisations = organisations
        context = Context(author: Author(name: "The demo"), now: now)
        self.connection = connection
    }

    func fill() throws {
        let measures = NationalData.measures(context)
        for measure in measures { try MeasureStore.insert(measure, context, on: connection) }
        let country = Unit(
            id: context.makeID(),
            parent: nil,
            kind: .community,
            name: "Open data: England",
            code: NationalData.unitCode
        )
        try UnitStore.insert(country, context, on: connection)
        try appointAdministrator()
        try record(nation, "NHS England's published totals", measures, [NationalData.unitCode: country.id])
        guard let organisations else { return }
        var units: [String: Unit.ID] = [:]
        for code in organisations.organisations {
            let unit = Unit(
                id: context.makeID(),
                parent: country.id,
                kind: .organisation,
                // The open data has no names.
                name: "ODS code \(code)",
                code: code
            )
            try UnitStore.insert(unit, context, on: connection)
            units[code] = unit.id
        }
        try record(organisations, "NHS England's published figures by organisation", measures, units)
    }

    /// The demo's one administrator looks after the fictional community and this one.
    private func appointAdministrator() throws {
        let account = try AccountStore.insert(name: "Administrator", context, on: connection)
        for unit in try UnitStore.tree(on: connection).roots {
            let grant = RoleGrant(role: .administrator, unit: unit.id)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
        }
    }

    private func record(
        _ data: NationalData,
        _ reason: String,
        _ measures: [Measure],
        _ units: [String: Unit.ID]
    ) throws {
        let proposals = try data.proposals(for: measures) { units[$0] }
        _ = try SeriesStore.record(proposals, reason: reason, context, on: connection)
    }
}
