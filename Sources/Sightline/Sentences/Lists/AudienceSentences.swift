/// Who can see something, in sentences.
package enum AudienceSentences {
    /// How far the unit that something belongs to lets it be seen, and what public links show of it.
    ///
    /// - Parameters:
    ///   - noun: what it is: "measure".
    ///   - links: how many public links show it now.
    ///   - shown: what of it they show: "its theory".
    package static func reach(
        of noun: String,
        keptBy keeper: String,
        _ visibility: Visibility,
        links: Int,
        showing shown: String = "it"
    ) -> String {
        let kept =
            switch visibility {
            case .unit:
                "\(keeper) keeps this \(noun) to itself: nobody above it can read it, and each reading is recorded."
            case .place: "\(keeper) shares this \(noun) with its place."
            case .community: "\(keeper) shares this \(noun) with the whole community."
            }
        return "\(kept) \(self.links(links, showing: shown))"
    }

    /// What public links show to anyone.
    package static func links(_ count: Int, showing shown: String = "it") -> String {
        switch count {
        case 0: "No public link shows \(shown)."
        case 1: "1 public link shows \(shown) to anyone who has it."
        default: "\(count) public links show \(shown) to anyone who has them."
        }
    }

    /// How many people may read it.
    ///
    /// - Parameter withheld: from how many of them small numbers are withheld.
    package static func readers(_ count: Int, withheld: Int = 0) -> String {
        guard count > 0 else { return "Nobody with an account can see it." }
        let without =
            switch withheld {
            case 0: ""
            case count: ", with small numbers withheld"
            default: ", \(withheld) of them with small numbers withheld"
            }
        return "\(Words.people(count)) with an account can see it\(without)."
    }

    /// Who can see what someone opened to a coach.
    ///
    /// - Parameter readers: whether each of them is the person themselves.
    package static func coached(_ readers: [Bool]) -> String {
        guard !readers.isEmpty else { return "Nobody can see this." }
        let who = [readers.contains(true) ? "who chose" : nil, readers.contains(false) ? "the coach" : nil]
        return
            "\(Words.people(readers.count)) can see this: \(who.compactMap(\.self).joined(separator: " and ")). "
            + "Nobody else can, administrators included."
    }

    /// Whom someone agreed to, or who may read a story.
    package static func everyone(_ visibility: Visibility) -> String {
        switch visibility {
        case .unit: "those with a role inside the unit"
        case .place: "everyone in the same place"
        case .community: "everyone in the community"
        }
    }

    /// Who can see a story or a learning note, and why.
    ///
    /// - Parameters:
    ///   - reach: how far all agreed; nil where nobody did, or someone took it back.
    ///   - hasConsents: whether anyone ever agreed.
    package static func story(
        _ kind: Story.Kind,
        _ visibility: Visibility,
        reach: Visibility?,
        hasConsents: Bool
    ) -> String {
        switch (kind, reach) {
        case (.note, _): "It may be read by \(everyone(visibility))."
        case (.story, nil) where !hasConsents:
            "Nobody whom it tells of has agreed yet, so only those who record things for its unit see it."
        case (.story, nil):
            "Consent was taken back, so only those who record things for its unit see it."
        case (.story, let reach?):
            reach < visibility
                ? "It may be read by \(everyone(reach)): no further, because nobody agreed to more."
                : "It may be read by \(everyone(reach)), as whoever it tells of agreed."
        }
    }

    /// What people agreed to about a story.
    ///
    /// - Parameters:
    ///   - count: how often someone agreed.
    ///   - holding: how many of these hold.
    package static func consents(_ count: Int, holding: Int) -> String {
        guard count > 0 else { return "Nobody has agreed yet." }
        let what = Words.count(count, "consent")
        return switch holding {
        case 0: "\(what), \(count == 1 ? "which no longer holds" : "none of which holds any longer")."
        case count: "\(what), \(count == 1 ? "which holds" : "all of which hold")."
        case 1: "\(what), 1 of which holds."
        default: "\(what), \(holding) of which hold."
        }
    }

    /// What is said of every such thing.
    package static let server = "Whoever runs the server can read its database, this included."
}
