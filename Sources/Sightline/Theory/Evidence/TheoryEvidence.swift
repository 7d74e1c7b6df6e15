package import Storage

/// Something that a person attached to an arrow because it speaks for it or against it.
package struct TheoryEvidence: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<TheoryEvidence>

    package let id: ID
    package var programme: Programme.ID
    package var link: TheoryLink.ID
    package var source: Source
    package var bearing: Bearing
    /// Why it speaks so; never empty.
    package var why: String
    package var author: Author
    package var instant: Timestamp
    /// Nil for what is attached now.
    package var removal: TheoryRemoval?

    package init(
        id: ID,
        programme: Programme.ID,
        link: TheoryLink.ID,
        source: Source,
        bearing: Bearing,
        why: String,
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.programme = programme
        self.link = link
        self.source = source
        self.bearing = bearing
        self.why = why
        self.author = author
        self.instant = instant
    }

    package enum Source: Equatable, Sendable {
        case signal(Signal.ID)
        case study(Paper)
        /// A story or a learning note.
        case story(Story.ID)
        case document(Paper)
    }

    /// Something written that lies outside the product.
    package struct Paper: Equatable, Sendable {
        /// Of a study its reference.
        package var title: String
        /// Where a document is, as an address or in words; where a study was done.
        package var place: String
        /// What a study found; a note on a document, which may be empty.
        package var says: String
        /// When a study was published; nil for a document.
        package var year: Int?

        package init(title: String, place: String, says: String = "", year: Int? = nil) {
            self.title = title
            self.place = place
            self.says = says
            self.year = year
        }

        package static let longestTitle = 1_000
        package static let longestPlace = 1_000
    }

    package var kind: EvidenceKind {
        switch source {
        case .signal: .signal
        case .study: .study
        case .story: .story
        case .document: .document
        }
    }

    /// Nil where it lies inside the product.
    package var paper: Paper? {
        switch source {
        case .study(let paper), .document(let paper): paper
        case .signal, .story: nil
        }
    }

    /// The id of what it is inside the product; nil for what lies outside.
    var target: String? {
        switch source {
        case .signal(let id): id.description
        case .story(let id): id.description
        case .study, .document: nil
        }
    }
}

extension TheoryEvidence {
    /// What its forms show of it, and whether it is attached.
    package var fields: [Revision.Field] {
        let own = paper.map { paper -> [Revision.Field] in
            [
                .init("evidence-title", paper.title), .init("evidence-place", paper.place),
                .init("evidence-says", paper.says),
            ] + (kind == .study ? [.init("evidence-year", paper.year.map { "\($0)" } ?? "")] : [])
        }
        return (own ?? []) + [
            .init("bearing", bearing.rawValue), .init("evidence-why", why),
            .init("in-theory", removal == nil ? "yes" : "no"), .init("reason", removal?.reason ?? ""),
        ]
    }

    /// The evidence as a revision of it says.
    func reading(_ fields: [Revision.Field]) -> TheoryEvidence {
        var evidence = self
        evidence.bearing = Bearing(rawValue: fields["bearing"]) ?? bearing
        evidence.why = fields["evidence-why"]
        let paper = Paper(
            title: fields["evidence-title"],
            place: fields["evidence-place"],
            says: fields["evidence-says"],
            year: Int(fields["evidence-year"])
        )
        switch source {
        case .study: evidence.source = .study(paper)
        case .document: evidence.source = .document(paper)
        case .signal, .story: break
        }
        return evidence
    }
}
