/// What a strand says, the same five everywhere.
package enum StrandState: String, CaseIterable, Sendable {
    case working, promising
    case noSignal = "no-signal"
    case concern
    case cannotTell = "cannot-tell"
}
