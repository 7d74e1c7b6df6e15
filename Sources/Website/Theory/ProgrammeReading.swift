import Sightline
import Storage

/// A programme with its theory and its cycles, and what the visitor may do with it: what its pages are made of.
struct ProgrammeReading: Sendable {
    let unit: Unit
    let programme: Programme
    let theory: Theory
    /// The theory with what was taken out of it.
    let everything: Theory
    let readings: [CycleReading]
    /// What is attached to arrows, as far as the visitor may read it.
    let evidence: EvidenceReading
    let reader: Readership
    let mayEdit: Bool
    let mayRecord: Bool

    init(
        _ unit: Unit.ID,
        _ programme: Programme.ID,
        for visit: Visit,
        on connection: any SQLConnection
    ) throws {
        reader = try visit.readership(on: connection)
        guard let found = try ProgrammeStore.find(programme, on: connection), found.unit == unit,
            let place = reader.tree[unit]
        else { throw Failure.notFound }
        self.unit = place
        self.programme = found
        theory = try TheoryStore.theory(of: programme, on: connection)
        everything = try TheoryStore.everything(in: programme, on: connection)
        readings = try CycleReading.all(of: found, on: connection)
        evidence = try EvidenceReading(of: everything.evidence, in: found, for: reader, on: connection)
        mayEdit = reader.may(.editProgrammes, found)
        mayRecord = reader.may(.recordCycles, found)
    }

    var cycles: [Cycle] { readings.map(\.cycle) }

    /// Where one tells a story of the programme or of one of its cycles; nil for who may not.
    func wayToTell(of id: String) -> String? {
        mayRecord ? Address.newStory(programme.unit).path(["about": id]) : nil
    }

    /// - Throws: `Failure.notFound` for one of another programme.
    func node(_ id: TheoryNode.ID) throws -> TheoryNode {
        guard let node = theory[id] else { throw Failure.notFound }
        return node
    }

    /// - Throws: `Failure.notFound` for one of another programme.
    func link(_ id: TheoryLink.ID) throws -> TheoryLink {
        guard let link = theory.links.first(where: { $0.id == id }) else { throw Failure.notFound }
        return link
    }

    /// One that may have been taken out.
    /// - Throws: `Failure.notFound` for one of another programme.
    func known(_ id: TheoryNode.ID) throws -> TheoryNode {
        guard let node = everything[id] else { throw Failure.notFound }
        return node
    }

    /// One that may have been taken out.
    /// - Throws: `Failure.notFound` for one of another programme.
    func known(_ id: TheoryLink.ID) throws -> TheoryLink {
        guard let link = everything.links.first(where: { $0.id == id }) else { throw Failure.notFound }
        return link
    }

    /// - Throws: `Failure.notFound` for one of another programme.
    func reading(_ id: Cycle.ID) throws -> CycleReading {
        guard let reading = readings.first(where: { $0.cycle.id == id }) else { throw Failure.notFound }
        return reading
    }

    /// The measures that the visitor may read here, by title.
    var measures: [Measure] {
        reader.measures(for: .read, within: programme.unit).filter {
            reader.may(.read, $0, in: programme.unit)
        }
        .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }

    /// The title of a measure, unless it is kept from the visitor.
    func title(of measure: Measure.ID) -> String {
        guard let found = reader.measures[measure], reader.may(.read, found, in: programme.unit) else {
            return "a measure that isn’t shared with you"
        }
        return found.title
    }

    /// An aim as its measure tells it: "Falls: 4 by 1 March 2027"; empty where it has none.
    func aim(_ node: TheoryNode) -> String {
        guard let measure = node.measure else { return "" }
        let format = reader.measures[measure]?.format
        let target = node.target.map { ": \(format?.text($0) ?? "\($0)")" } ?? ""
        return title(of: measure) + target + (node.due.map { " by \($0.words)" } ?? "")
    }

    /// Choices of a measure, with none first.
    var measureChoices: [(value: String, label: String)] { measureChoices(with: nil) }

    /// Choices of a measure, with none first, and with one that is chosen already though it isn't shared.
    func measureChoices(with chosen: Measure.ID?) -> [(value: String, label: String)] {
        let readable = measures
        let hidden = [chosen].compactMap { $0 }.filter { id in !readable.contains { $0.id == id } }
        return [(value: "", label: "None")] + hidden.map { ($0.pathText, title(of: $0)) }
            + readable.map { ($0.id.pathText, $0.title) }
    }
}

extension Collection<CycleReading> {
    /// The headline of a programme: how well its cycles are done as tests, and not how many there are.
    var headline: String {
        CycleSentences.headline(self)
    }
}
