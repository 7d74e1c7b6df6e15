package import Storage

/// A file that someone has sent and not yet confirmed: kept so that what is confirmed is what was shown.
package struct PendingImport: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<PendingImport>

    package let id: ID
    /// The unit that it was sent to: only series of it and of the units below may be touched.
    package var unit: Unit.ID
    /// The measure of every row; nil where the file names measures.
    package var measure: Measure.ID?
    /// Whether every row is for ``unit``; otherwise the file names units.
    package var isForWholeUnit: Bool
    package var mode: Proposal.Mode
    package var reason: String
    package var fileName: String
    package var bytes: [UInt8]
    package var author: Author
    package var instant: Timestamp

    package init(
        id: ID,
        unit: Unit.ID,
        measure: Measure.ID?,
        isForWholeUnit: Bool,
        mode: Proposal.Mode,
        reason: String,
        fileName: String,
        bytes: [UInt8],
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.unit = unit
        self.measure = measure
        self.isForWholeUnit = isForWholeUnit
        self.mode = mode
        self.reason = reason
        self.fileName = fileName
        self.bytes = bytes
        self.author = author
        self.instant = instant
    }

    /// Seconds after which one that nobody confirmed is thrown away.
    package static let keptSeconds: Int64 = 24 * 60 * 60
}
