/// Which way is better.
package enum Direction: String, CaseIterable, Sendable {
    case up, down, none
}
