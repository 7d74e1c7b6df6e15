/// An immutable state of a series: its observations as they stood after one recording; the newest is current.
package struct Edition: Equatable, Sendable {
    package var series: Series.ID
    /// From 1, without gaps.
    package var number: Int
    /// Who made it, when, why and from which file.
    package var recording: Recording
    /// Of ``ObservationCodec``'s bytes of the whole content, in lower-case hexadecimal digits.
    package var sha256: String
    package var count: Int
    package var changes: ChangeCounts
    /// The edition whose content it puts back; 0 puts back the time before the first.
    package var restores: Int?
}

/// How a recording changed observations, counted.
package struct ChangeCounts: Equatable, Sendable {
    package var appended = 0
    package var revised = 0
    package var removed = 0
    package var unchanged = 0

    package init(appended: Int = 0, revised: Int = 0, removed: Int = 0, unchanged: Int = 0) {
        self.appended = appended
        self.revised = revised
        self.removed = removed
        self.unchanged = unchanged
    }

    /// Whether anything is different from before.
    package var isChange: Bool { appended + revised + removed > 0 }

    package static func += (left: inout ChangeCounts, right: ChangeCounts) {
        left.appended += right.appended
        left.revised += right.revised
        left.removed += right.removed
        left.unchanged += right.unchanged
    }
}
