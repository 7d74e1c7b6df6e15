import Markup
import Sightline
import Storage

extension SeriesPage {
    static func otherVersions(
        of key: Series.Key,
        _ versions: [DefinitionVersion],
        on connection: any SQLConnection
    ) throws -> [Int: Series.ID] {
        var others: [Int: Series.ID] = [:]
        for version in versions.map(\.definition.version) where version != key.version {
            var other = key
            other.version = version
            others[version] = try SeriesStore.find(other, on: connection)?.id
        }
        return others
    }

    /// Whether the measure takes data, and the way to change it for those who may.
    var changing: HTML {
        let retired = measure.retirement.map { retirement -> HTML in
            """
            <p><span class="tag">Retired</span> It takes no new data since \(retirement.instant.day.words): \
            \(retirement.reason) <span class="muted">(\(retirement.author.name))</span></p>
            """
        }
        let link: HTML? =
            mayChangeMeasure
            ? """
            <p class="no-print"><a href="\(Address.measure(unit.id, measure.id).path)">Change or retire this \
            measure</a></p>
            """ : nil
        return "\(retired)\(link)"
    }

    /// How the definition has changed, where it has.
    var definitionHistory: HTML? {
        guard versions.count > 1 else { return nil }
        return DefinitionHistory.table(of: versions) { version in
            otherVersions[version].map { .series(unit.id, $0) }
        }
    }
}
