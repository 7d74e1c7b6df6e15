import Sightline
import Statistics
import Testing

struct LedgerTests {
    private static func signal(
        _ first: Int,
        _ last: Int,
        side: Side = .above,
        rule: Rule = .shift,
        seed: UInt64
    ) -> Signal {
        Signal(
            id: Signal.ID(microseconds: 1, seed: seed),
            series: Series.ID(microseconds: 1, seed: 1),
            window: SignalWindow(
                rule: rule,
                side: side,
                firstDay: Samples.month(first),
                lastDay: Samples.month(last),
                completedDay: Samples.month(first + 6)
            ),
            rules: .mdc,
            rulesVersion: 1,
            meaning: .wanted,
            chance: nil,
            firstEdition: 1,
            found: Timestamp(microseconds: 0),
            state: .new,
            isWithdrawn: false
        )
    }

    private static let now = Timestamp(microseconds: 60)

    private static func changes(_ known: [Signal], _ found: [Signal]) -> [Ledger.Change] {
        Ledger.changes(known, found, at: now)
    }

    @Test func `what is found for the first time is new`() {
        let found = Self.signal(3, 9, seed: 1)
        #expect(Self.changes([], [found]) == [Ledger.Change(signal: found, isNew: true)])
    }

    @Test func `what is found again unchanged needs no writing`() {
        let known = Self.signal(3, 9, seed: 1)
        #expect(Self.changes([known], [Self.signal(3, 9, seed: 2)]).isEmpty)
    }

    @Test func `a signal that grows or shifts a little stays the same signal, with its state`() throws {
        var known = Self.signal(3, 9, seed: 1)
        known.state = .acting
        let changes = Self.changes([known], [Self.signal(4, 11, seed: 2)])
        let change = try #require(changes.first)
        #expect(changes.count == 1 && !change.isNew)
        #expect(change.signal.id == known.id && change.signal.state == .acting)
        #expect(change.signal.window.lastDay == Samples.month(11))
    }

    @Test func `what is no longer found is withdrawn, and comes back as itself`() throws {
        let known = Self.signal(3, 9, seed: 1)
        let withdrawn = try #require(Self.changes([known], []).first?.signal)
        #expect(withdrawn.isWithdrawn && withdrawn.withdrawn == Self.now && withdrawn.id == known.id)
        #expect(Self.changes([withdrawn], []).isEmpty)
        let back = Self.changes([withdrawn], [Self.signal(3, 9, seed: 2)])
        #expect(back == [Ledger.Change(signal: known, isNew: false)])
    }

    @Test func `another side or another rule is another signal`() {
        let known = Self.signal(3, 9, seed: 1)
        for found in [Self.signal(3, 9, side: .below, seed: 2), Self.signal(3, 9, rule: .trend, seed: 3)] {
            let changes = Self.changes([known], [found])
            #expect(changes.map(\.isNew) == [true, false])
            #expect(changes.last?.signal.isWithdrawn == true)
        }
    }

    @Test func `each known signal is taken once, the one with the same start first`() {
        let first = Self.signal(0, 7, seed: 1)
        let second = Self.signal(9, 16, seed: 2)
        let joined = Self.changes([first, second], [Self.signal(0, 16, seed: 3)])
        #expect(joined.map(\.signal.id) == [first.id, second.id])
        #expect(joined.map(\.signal.isWithdrawn) == [false, true])
    }
}
