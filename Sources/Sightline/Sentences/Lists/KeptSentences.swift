import Statistics

/// What is kept of how things were: histories, versions, snapshots, what was taken out.
package enum KeptSentences {
    /// What a thing said at each of its changes, the newest first.
    package static func states(_ instants: [Timestamp?]) -> String {
        let count = Words.count(instants.count, "state")
        guard let newest = instants.compactMap(\.self).max() else { return "\(count)." }
        return
            "\(count), \(instants.count == 1 ? "of" : "the newest of") \(Period.day.phrase(for: newest.day)). "
            + "Putting an earlier one back is a change like any other: it is added here, and nothing is rewritten."
    }

    /// The versions of a pack.
    package static func packs(_ instants: [Timestamp]) -> String {
        guard let newest = instants.max() else { return "It has no version." }
        let day = Period.day.phrase(for: newest.day)
        let what =
            instants.count == 1
            ? "1 version, kept on \(day)." : "\(instants.count) versions, the newest kept on \(day)."
        return "\(what) None is ever changed. Putting an older one back keeps it anew, as the newest."
    }

    /// What was frozen of a page.
    package static func snapshots(_ instants: [Timestamp]) -> String {
        guard let newest = instants.max() else { return "Nothing has been frozen yet." }
        let day = Period.day.phrase(for: newest.day)
        return instants.count == 1
            ? "1 snapshot, of \(day)." : "\(instants.count) snapshots, the newest of \(day)."
    }

    /// Whether a snapshot is what was frozen.
    package static func soundness(_ isSound: Bool) -> String {
        isSound
            ? "What is kept of it is what was frozen."
            : "What is kept of it is not what was frozen: someone changed the database."
    }

    /// What was taken out of a theory.
    package static func takenOut(_ count: Int, evidence: Bool = false) -> String {
        let what =
            evidence
            ? Words.count(count, "piece of evidence was", "pieces of evidence were")
            : Words.count(count, "thing was", "things were")
        return "\(what) taken \(evidence ? "away" : "out"). Each can be put back."
    }

    /// The fields that someone else changed meanwhile.
    package static func conflict(_ count: Int, both: Int) -> String {
        let what = Words.count(count, "field is", "fields are")
        let choose = both == 0 ? "" : " In \(both) of them you have to choose."
        return "\(what) different from what you opened.\(choose)"
    }

    /// What is different between two versions.
    package static func differences(_ count: Int) -> String {
        count == 0 ? "Nothing: the two say the same." : "\(Words.count(count, "difference"))."
    }
}
