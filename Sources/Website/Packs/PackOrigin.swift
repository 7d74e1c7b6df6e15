import Markup
import Sightline
import Storage

/// From which pack a measure was made, as its page says it.
struct PackOrigin: Sendable {
    private let use: PackUse
    /// Nil where the visitor may not read it.
    private let pack: Pack?

    /// Nil for a measure that comes from no pack.
    init?(of measure: Measure.ID, for reader: Readership, on connection: any SQLConnection) throws {
        guard let use = try PackUseStore.find(measure, on: connection) else { return nil }
        self.use = use
        pack = try PackStore.find(use.pack, on: connection).flatMap { reader.may(.read, $0) ? $0 : nil }
    }

    /// For the facts of a definition.
    var fact: HTML { "<dt>Made from</dt><dd>\(words)</dd>" }

    var sentence: HTML { "<p class=\"muted\">Made from \(words)</p>" }

    private var words: HTML {
        guard let pack else {
            return "a pack that you may not read, or that was deleted, version \(use.version)."
        }
        let path = pack.address.path([PackPage.parameter: "\(use.version)"])
        let newest = pack.newest.number
        let newer: HTML =
            newest == use.version
            ? ""
            : """
             The pack has <a href="\(pack.address.path)">a newer version, \(newest)</a>; this measure stays as it is \
            until someone changes it.
            """
        return "the pack <a href=\"\(path)\">\(pack.header.title), version \(use.version)</a>.\(newer)"
    }
}
