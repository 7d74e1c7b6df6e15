package import Statistics

/// Something that a person saw and no rule did.
package struct RaisedSignal: Identifiable, Equatable, Sendable {
    package let id: Signal.ID
    package var unit: Unit.ID
    /// The series that it was seen in; nil for what was seen in the unit at large.
    package var series: Series.ID?
    package var strand: Strand
    package var meaning: Signal.Meaning
    /// When it was seen.
    package var day: Day
    package var words: String
    package var author: Author
    package var instant: Timestamp

    package init(
        id: Signal.ID,
        unit: Unit.ID,
        series: Series.ID?,
        strand: Strand,
        meaning: Signal.Meaning,
        day: Day,
        words: String,
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.unit = unit
        self.series = series
        self.strand = strand
        self.meaning = meaning
        self.day = day
        self.words = words
        self.author = author
        self.instant = instant
    }
}
