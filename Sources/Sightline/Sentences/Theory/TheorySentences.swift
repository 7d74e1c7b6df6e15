/// What a theory says, whichever way it is drawn.
package enum TheorySentences {
    /// The text alternative of a drawing: what is aimed at, how much stands on it, and what the evidence says of it.
    ///
    /// - Parameter state: what the evidence says of an arrow.
    package static func summary(
        of theory: Theory,
        state: (TheoryLink) -> LinkState
    ) -> String {
        let aims = theory.nodes.filter { $0.kind == .aim }.map(\.title)
        let aim = aims.isEmpty ? "No aim is written down yet." : "Aim: \(aims.joined(separator: "; "))."
        guard !theory.links.isEmpty else {
            return "\(aim) \(Words.count(theory.nodes.count, "node")), and no arrow yet."
        }
        let states = theory.links.map { (link: $0, state: state($0)) }
        let counts = LinkState.allCases.compactMap { kind -> String? in
            let count = states.count { $0.state == kind }
            return count == 0 ? nil : "\(count) \(kind.rawValue)"
        }
        let drawn =
            "\(Words.count(theory.nodes.count, "node")) and \(Words.count(states.count, "arrow")): "
            + "\(counts.joined(separator: ", "))."
        let told: [(LinkState, String)] = [
            (.refuted, "The evidence speaks against"), (.mixed, "The evidence is mixed on"),
            (.supported, "The evidence supports"),
        ]
        let findings = told.compactMap { kind, words -> String? in
            let arrows = states.filter { $0.state == kind }.map { name($0.link, in: theory) }
            return arrows.isEmpty ? nil : "\(words) \(arrows.joined(separator: ", "))."
        }
        return ([aim, drawn] + findings).joined(separator: " ")
    }

    /// "“Huddle” → “Fewer falls”".
    package static func name(_ link: TheoryLink, in theory: Theory) -> String {
        "“\(theory[link.from]?.title ?? "")” → “\(theory[link.to]?.title ?? "")”"
    }
}
