import Statistics

/// Something that happened to a fictional series.
struct StoryEvent: Sendable {
    enum Kind: String, CaseIterable {
        /// The level is multiplied from that day on.
        case shift
        /// The level moves evenly to so many times itself, from that day to the end.
        case drift
        /// One period alone is multiplied.
        case spike
        /// The definition changed: a new version of the measure, with its own level.
        case definition
        /// No data from that day on.
        case left
        /// No data from that day on, and nobody has said why: it is due.
        case late
        /// No data before that day.
        case began
        /// The source withheld the number of one period.
        case withheld
        /// A person started a phase.
        case phase
        /// A person wrote a note.
        case note
    }

    var kind: Kind
    var measure: String
    /// The unit's code; nil for every unit of the measure.
    var unit: String?
    var day: Day
    var size: Double?
    var text: String

    /// What the level in a period that starts on `day` is multiplied by.
    func factor(on day: Day, until last: Day) -> Double {
        guard let size, day >= self.day else { return 1 }
        switch kind {
        case .shift, .definition:
            return size
        case .drift:
            let span = Double(last.number - self.day.number)
            return span > 0 ? 1 + (size - 1) * min(Double(day.number - self.day.number) / span, 1) : size
        case .spike:
            return day.number - self.day.number < 31 ? size : 1
        case .left, .late, .began, .withheld, .phase, .note:
            return 1
        }
    }
}
