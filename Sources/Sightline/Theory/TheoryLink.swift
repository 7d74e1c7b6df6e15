package import Storage

/// An arrow: we believe that one node brings another about, because of something.
package struct TheoryLink: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<TheoryLink>

    package let id: ID
    package var programme: Programme.ID
    package var from: TheoryNode.ID
    package var to: TheoryNode.ID
    /// The reason; never empty.
    package var because: String
    /// What has to hold besides.
    package var assumptions: String
    /// What a person makes of it, beside what its evidence says.
    package var judgement: Judgement?
    /// Nil for one that is in the theory.
    package var removal: TheoryRemoval?

    package init(
        id: ID,
        programme: Programme.ID,
        from: TheoryNode.ID,
        to: TheoryNode.ID,
        because: String,
        assumptions: String = "",
        judgement: Judgement? = nil
    ) {
        self.id = id
        self.programme = programme
        self.from = from
        self.to = to
        self.because = because
        self.assumptions = assumptions
        self.judgement = judgement
    }

    package struct Judgement: Equatable, Sendable {
        package var state: LinkState
        package var reason: String
        package var name: String
        package var instant: Timestamp
    }
}

extension TheoryLink {
    /// What its forms show of it, and whether it is in the theory.
    package var fields: [Revision.Field] {
        [
            .init("because", because), .init("assumptions", assumptions),
            .init("judgement", judgement?.state.rawValue ?? ""),
            .init("judgement-reason", judgement?.reason ?? ""),
            .init("in-theory", removal == nil ? "yes" : "no"), .init("reason", removal?.reason ?? ""),
        ]
    }
}
