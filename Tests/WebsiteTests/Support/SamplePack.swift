import Exchange
import Sightline
import Statistics
import Storage
import Website

/// Packs of two measures.
enum SamplePack {
    static func content(_ title: String, name: String = "falls") -> PackContent {
        let context = Context(author: Author(name: "Ada"), now: Timestamp(microseconds: 0))
        let measures = ["slips", "trips"].map { key in
            PackedMeasure(
                Measure(
                    id: context.makeID(),
                    key: key,
                    title: "All \(key)",
                    why: "\(title) hurt",
                    stakeholder: .patient,
                    role: .outcome,
                    better: .down,
                    definition: Definition(numerator: "People who fell", period: .month),
                    chart: ChartSettings(kind: .c)
                )
            )
        }
        let header = PackHeader(
            name: name,
            title: title,
            purpose: "\(title), on fewer days",
            author: "\(title) group",
            licence: "CC BY 4.0"
        )
        return PackContent(header, measures)
    }

    static func text(_ title: String, name: String = "falls") throws -> String {
        try PackWriter.text(of: content(title, name: name))
    }

    /// One that a unit has; its name is its own each time.
    static func make(
        _ title: String,
        _ visibility: Visibility,
        in unit: Unit.ID,
        of site: TestSite
    ) async throws -> Pack {
        let context = site.context
        return try await site.database.write { connection in
            try make(title, visibility, in: unit, context, on: connection)
        }
    }

    static func make(
        _ title: String,
        _ visibility: Visibility,
        in unit: Unit.ID,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> Pack {
        let name = "p-\(context.makeID(of: Pack.self))"
        let content = content(title, name: name)
        let text = try PackWriter.text(of: content)
        var pack = try PackStore.keep(content, text: text, in: unit, seen: 0, context, on: connection)
        try PackStore.share(pack, visibility, context, on: connection)
        pack.visibility = visibility
        return pack
    }
}
