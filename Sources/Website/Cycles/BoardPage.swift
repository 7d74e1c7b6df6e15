import Markup
import Sightline
import Statistics
import Storage

/// The cycles of a unit and of those below it by phase, with what is stuck.
struct BoardPage: Page {
    struct Card: Sendable {
        let cycle: Cycle
        let programme: Programme
        let unitName: String
        /// Nil where it isn't stuck.
        let stuck: StuckCycle?
        /// For how many days it has been open.
        let days: Int
    }

    let unit: Unit
    /// By phase, the longest open first; of the closed ones the newest.
    let cards: [Cycle.Phase: [Card]]
    let headline: String
    /// How many are closed, those that aren't shown too.
    private let closedCount: Int

    var title: String { "Board of cycles" }
    var section: Section? { .programmes }

    private static let mostClosed = 20

    init(of id: Unit.ID, for visit: Visit, on connection: any SQLConnection) throws {
        let reader = try visit.readership(on: connection)
        guard let unit = reader.tree[id] else { throw Failure.notFound }
        self.unit = unit
        let today = visit.now.day
        var cards: [Card] = []
        var readings: [CycleReading] = []
        for programme in try ProgrammeStore.all(for: reader, on: connection)
        where reader.tree.contains(programme.unit, within: id) {
            let own = try CycleReading.all(of: programme, on: connection)
            let latest = try CycleStore.newestPoints(in: programme, on: connection)
            readings += own
            cards += own.map { reading in
                let cycle = reading.cycle
                return Card(
                    cycle: cycle,
                    programme: programme,
                    unitName: reader.tree[programme.unit]?.name ?? "",
                    stuck: StuckCycle(reading, latest: cycle.measure.flatMap { latest[$0] }, on: today),
                    days: Int(today.number - (cycle.began ?? cycle.instant.day).number)
                )
            }
        }
        headline = readings.headline
        var byPhase = Dictionary(grouping: cards.sorted { $0.days > $1.days }, by: \.cycle.phase)
        let closed = (byPhase[.closed] ?? []).sorted {
            ($0.cycle.closed ?? $0.cycle.instant) > ($1.cycle.closed ?? $1.cycle.instant)
        }
        closedCount = closed.count
        byPhase[.closed] = Array(closed.prefix(Self.mostClosed))
        self.cards = byPhase
    }

    func content(in frame: Frame) -> HTML {
        let columns = Cycle.Phase.allCases.map { phase -> HTML in
            let own = cards[phase] ?? []
            let told = CycleListSentences.column(
                phase,
                own.count,
                of: phase == .closed ? closedCount : own.count,
                stuck: own.count { $0.stuck != nil }
            )
            let list: HTML? = own.isEmpty ? nil : "<ul class=\"signals\">\(own.map(item))</ul>"
            return """
                <section class="panel"><h2>\(phase.word)</h2><p class="muted">\(told)</p>\(list)</section>
                """
        }
        return """
            <div class="stack">
            <div><p class="kicker">\(unit.name)</p><h1>\(title)</h1></div>
            <p class="lede">\(headline)</p>
            <p>\(stuckSentence)</p>
            <details><summary>When a cycle is stuck</summary><p>\(CycleSentences.stuckRule)</p></details>
            <div class="panels">\(columns)</div>
            <p><a href="\(Address.programmes(unit.id).path)">Programmes</a> · \
            <a href="\(Address.cycleLibrary(unit.id).path)">Library of what was tried</a></p>
            </div>
            """
    }

    private var stuckSentence: String {
        let open = Cycle.Phase.allCases.filter { $0 != .closed }.flatMap { cards[$0] ?? [] }
        return CycleSentences.board(open: open.count, open.compactMap(\.stuck))
    }

    private func item(_ card: Card) -> HTML {
        let cycle = card.cycle
        let stuck: HTML? = card.stuck.map { _ in "<span class=\"tag concern\">Stuck</span>" }
        let why: HTML? = card.stuck.map { "<p>\(CycleSentences.why($0))</p>" }
        let open: HTML? =
            cycle.phase == .closed
            ? nil : "<span class=\"muted\">\(card.days == 1 ? "1 day" : "\(card.days) days")</span>"
        let decision: HTML? = cycle.decision.map { "<span class=\"tag\">\($0.word)</span>" }
        return """
            <li><a href="\(Address.cycle(card.programme.unit, card.programme.id, cycle.id).path)">\(cycle.question)</a>
            <p class="line">\(stuck)\(decision)\(open)<span class="muted">\(card.unitName), \
            \(card.programme.title)</span></p>\(why)</li>
            """
    }
}
