import Markup
import Sightline
import Statistics
import Storage

/// The theory of a programme as it stood at one of its changes or on a day, and what is different from another one.
struct TheoryHistoryPage: Page {
    let reading: ProgrammeReading
    let history: TheoryHistory
    /// The version that is shown; nil where there was none yet.
    let shown: TheoryHistory.Version?
    /// The earlier one that it is held against.
    let against: TheoryHistory.Version?
    /// What can't be read of what was asked for.
    let problem: String?
    let form: FormState

    var title: String { "How the theory of \(reading.programme.title) changed" }
    var section: Section? { .programmes }
    var programme: Programme { reading.programme }
    var address: Address { .theoryHistory(programme.unit, programme.id) }

    /// The names of what may be asked for.
    enum Asked {
        static let version = "version"
        static let day = "on"
        static let against = "against"
    }

    init(of reading: ProgrammeReading, _ query: Form, on connection: any SQLConnection) throws {
        self.reading = reading
        let history = try TheoryHistory(of: reading.programme.id, on: connection)
        self.history = history
        func version(_ number: String) -> TheoryHistory.Version? {
            Int(number).flatMap { number in history.versions.first { $0.number == number } }
        }
        var shown = version(query[Asked.version]) ?? history.versions.last
        var problem: String?
        if let text = query.optional(Asked.day) {
            if let day = Day(text) {
                shown = history.version(on: day)
                if shown == nil { problem = "On \(day.words) there was nothing in the theory yet." }
            } else {
                problem = "On which day: enter a day, like 2026-03-01."
            }
        }
        let other = version(query[Asked.against])
        // Whichever was asked for first, it is told from the older to the newer.
        if let first = shown, let second = other, first.number != second.number {
            self.shown = first.number > second.number ? first : second
            against = first.number > second.number ? second : first
        } else {
            self.shown = shown
            against = nil
        }
        self.problem = problem
        form = FormState([
            Asked.version: "\(self.shown?.number ?? history.versions.count)",
            Asked.day: query[Asked.day], Asked.against: against.map { "\($0.number)" } ?? "",
        ])
    }

    /// The theory of a version, as a picture and as a list.
    func drawing(of version: TheoryHistory.Version) -> PlainTheory {
        let theory = history.theory(at: version.instant)
        // What the evidence said then: the cycles that were closed and what was attached by then.
        let cycles = reading.cycles.filter { cycle in cycle.closed.map { $0 <= version.instant } ?? false }
        func tally(of link: TheoryLink) -> EvidenceTally {
            theory.tally(of: link, by: cycles, counting: reading.evidence.counted)
        }
        return PlainTheory(
            title: programme.title,
            theory: theory,
            measureTitle: { reading.title(of: $0) },
            aim: { reading.aim($0) },
            state: { tally(of: $0).state },
            evidence: { EvidenceSentences.counts(tally(of: $0)) }
        )
    }

    func comparison(
        from old: TheoryHistory.Version,
        to new: TheoryHistory.Version
    ) -> TheoryComparison {
        TheoryComparison(from: history.theory(at: old.instant), to: history.theory(at: new.instant))
    }

    /// What a version changed, in words; of the first, what it began with.
    func sentences(of version: TheoryHistory.Version) -> [String] {
        let new = history.theory(at: version.instant)
        guard let old = history.versions.last(where: { $0.number < version.number }) else {
            return [TheoryListSentences.began(with: new)]
        }
        let before = history.theory(at: old.instant)
        return sentences(of: TheoryComparison(from: before, to: new), from: before, to: new)
    }

    /// What is different, a sentence each.
    func sentences(of comparison: TheoryComparison, from old: Theory, to new: Theory) -> [String] {
        func title(_ id: TheoryNode.ID) -> String { (new[id] ?? old[id])?.title ?? "" }
        let nodes = comparison.nodes.map { item in
            let (node, change) = (item.thing, item.change)
            return "\(change.word): \(node.kind.word.lowercased()) “\(node.title)”\(words(of: item.fields))"
        }
        let links = comparison.links.map { item in
            let link = item.thing
            let because = item.change == .added ? ", because \(link.because)" : ""
            let ends = "“\(title(link.from))” → “\(title(link.to))”"
            return "\(item.change.word): arrow \(ends)\(because)\(words(of: item.fields))"
        }
        let evidence = comparison.evidence.map { item in
            let piece = item.thing
            let ends = (new.links + old.links).first { $0.id == piece.link }.map { link in
                " of “\(title(link.from))” → “\(title(link.to))”"
            }
            guard let seen = reading.evidence[piece.id] else {
                return "\(item.change.word): evidence\(ends ?? "") that you may not read"
            }
            let way = item.change == .added ? ", which speaks \(piece.bearing.word)" : ""
            let kind = piece.kind.word.lowercased()
            let what = "evidence\(ends ?? ""), \(kind) “\(seen.title)”\(way)"
            return "\(item.change.word): \(what)\(words(of: item.fields))"
        }
        return nodes + links + evidence
    }

    private func words(of fields: [TheoryComparison.Field]) -> String {
        let told = fields.filter { $0.name != "in-theory" && $0.name != "reason" }
        guard !told.isEmpty else { return "" }
        let changes = told.map { field in
            let before = reading.words(.init(field.name, field.before))
            let after = reading.words(.init(field.name, field.after))
            let label = FormState.label(of: field.name).lowercased()
            let (was, now) = (before.isEmpty ? "nothing" : before, after.isEmpty ? "nothing" : after)
            return "\(label): \(was) → \(now)"
        }
        return " (\(changes.joined(separator: "; ")))"
    }
}

extension TheoryComparison.Change {
    var word: String {
        switch self {
        case .added: "Added"
        case .removed: "Taken out"
        case .changed: "Changed"
        }
    }

    /// A sign beside the word, so that a list can be looked over.
    var sign: String {
        switch self {
        case .added: "+"
        case .removed: "−"
        case .changed: "≠"
        }
    }
}
