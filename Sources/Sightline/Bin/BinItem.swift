package import Storage

/// Something that was put in the bin, with everything that belongs to it.
package struct BinItem: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<BinItem>

    package let id: ID
    package var kind: Kind
    /// The id of the thing itself.
    package var subject: String
    /// What it was called.
    package var name: String
    /// The unit that it lay in.
    package var unit: Unit.ID
    /// The measure that it is, or is of: who may not act on that may not act on this.
    package var measure: Measure.ID?
    /// The programme that it is, or is of.
    package var programme: Programme.ID?
    /// The written page that it is, or is of.
    package var report: Report.ID?
    package var reason: String
    package var author: Author
    package var instant: Timestamp

    package enum Kind: String, CaseIterable, Sendable {
        case measure, series, phase, annotation, unit, programme, cycle, review, decision, story, activity
        case pack, report, snapshot
    }

    /// How long a thing can be taken out again.
    package static let keptDays = 30

    /// When it is deleted for good.
    package var expires: Timestamp { instant.advanced(bySeconds: Int64(Self.keptDays) * 86_400) }
}

extension BinItem {
    /// Something that is deleted now.
    init(
        _ kind: Kind,
        subject: String,
        name: String,
        unit: Unit.ID,
        measure: Measure.ID? = nil,
        programme: Programme.ID? = nil,
        report: Report.ID? = nil,
        reason: String,
        _ context: Context
    ) {
        self.init(
            id: context.makeID(),
            kind: kind,
            subject: subject,
            name: name,
            unit: unit,
            measure: measure,
            programme: programme,
            report: report,
            reason: reason,
            author: context.author,
            instant: context.now
        )
    }
}
