/// What the lists of a theory say, in sentences; its drawings are told by ``TheorySentences``.
package enum TheoryListSentences {
    /// The theory as a list: what it holds, and how it is read.
    package static func outline(of theory: Theory) -> String {
        let lines = theory.outline.count
        guard lines > 0 else { return "There is nothing in it." }
        let nodes = Words.count(theory.nodes.count, "node")
        let arrows = theory.links.isEmpty ? "no arrow" : Words.count(theory.links.count, "arrow")
        let again = lines > theory.nodes.count ? " What leads to several things stands under each." : ""
        return "\(nodes) and \(arrows) in \(Words.count(lines, "line")).\(again)"
    }

    /// What the first version of a theory held.
    package static func began(with theory: Theory) -> String {
        "It began with \(Words.count(theory.nodes.count, "node")) and \(Words.count(theory.links.count, "arrow"))"
    }

    /// The nodes that a template starts a theory with.
    package static func template(_ kinds: [TheoryNode.Kind]) -> String {
        let aims = kinds.count { $0 == .aim }
        let ideas = kinds.count { $0 == .changeIdea }
        let parts = [
            aims == 0 ? nil : Words.count(aims, "aim"), ideas == 0 ? nil : Words.count(ideas, "change idea"),
        ].compactMap(\.self)
        let among = parts.isEmpty ? "" : ", among them \(parts.joined(separator: " and "))"
        return "\(Words.count(kinds.count, "node"))\(among)."
    }

    /// The arrows of a node, by what the evidence says.
    package static func arrows(_ states: [LinkState]) -> String {
        guard !states.isEmpty else { return "No arrow leads to it or from it." }
        let told = LinkState.allCases.compactMap { state -> String? in
            let count = states.count { $0 == state }
            return count == 0 ? nil : states.count == 1 ? state.rawValue : "\(count) \(state.rawValue)"
        }
        return "\(Words.count(states.count, "arrow")): \(told.joined(separator: ", "))."
    }

    /// The measures that hang on a node.
    package static func measures(_ count: Int) -> String {
        count == 0
            ? "No measure hangs on it."
            : "\(Words.count(count, "measure")) \(count == 1 ? "hangs" : "hang") on it."
    }

    /// The list of what speaks of an arrow.
    package static func evidence(_ count: Int) -> String {
        count == 0
            ? "Nothing speaks of it yet."
            : "\(Words.count(count, "piece of evidence", "pieces of evidence"))."
    }

    /// The arrows that something is evidence of.
    package static func told(_ count: Int) -> String {
        "It is evidence of \(Words.count(count, "arrow"))."
    }

    /// Outside studies on a page that anyone may open.
    package static func studies(_ count: Int) -> String {
        count == 1 ? "1 outside study speaks of an arrow." : "\(count) outside studies speak of arrows."
    }
}
