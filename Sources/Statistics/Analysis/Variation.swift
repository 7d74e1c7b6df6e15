/// What the newest point says: the raw value is the word on the command line and in files.
package enum Variation: String, Sendable {
    case improvement, concern
    /// Special cause above the centre line or rising, where that is neither better nor worse.
    case high
    /// Special cause below the centre line or falling, where that is neither better nor worse.
    case low
    case commonCause = "common-cause"
    case tooFew = "too-few"

    /// What a signal on one side means, given which way is better.
    init(_ side: Side, better: Direction) {
        switch (side, better) {
        case (.above, .none): self = .high
        case (.below, .none): self = .low
        case (.above, .up), (.below, .down): self = .improvement
        case (.above, .down), (.below, .up): self = .concern
        }
    }
}
