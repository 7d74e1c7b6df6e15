import Sightline
import Testing

struct SignalStepTests {
    /// From a state by a step to a state; what isn't here isn't allowed.
    private static let allowed: [Signal.State: [SignalStep.Kind: Signal.State]] = [
        .new: [.explain: .explained, .act: .acting, .dismiss: .dismissed],
        .explained: [.explain: .explained, .act: .acting, .settle: .settled, .dismiss: .dismissed],
        .acting: [.explain: .explained, .act: .acting, .settle: .settled, .dismiss: .dismissed],
        .settled: [.reopen: .new],
        .dismissed: [.reopen: .new],
    ]

    @Test(arguments: Signal.State.allCases, SignalStep.Kind.allCases)
    func `a step leads where the table says, and only from where it says`(
        state: Signal.State,
        kind: SignalStep.Kind
    ) {
        let target = Self.allowed[state]?[kind]
        #expect(kind.isAllowed(in: state) == (target != nil))
        if let target { #expect(kind.target == target) }
    }
}
