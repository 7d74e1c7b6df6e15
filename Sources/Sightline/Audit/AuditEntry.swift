/// One thing that was done, as the audit trail keeps it.
package struct AuditEntry: Equatable, Sendable {
    package var act: Act
    package var subject: Subject
    /// Field by field, what was and what is.
    package var changes: [Change]

    package init(_ act: Act, _ subject: Subject, changes: [Change] = []) {
        self.act = act
        self.subject = subject
        self.changes = changes.filter { $0.before != $0.after }
    }

    package enum Act: String, CaseIterable, Sendable {
        case created, changed, ended
        /// Put into the bin, taken out of it, or deleted for good.
        case deleted, restored, purged
        /// What a unit keeps to itself was looked at.
        case read
        /// Taken away in a file.
        case exported
        case signedIn = "signed-in"
    }

    /// What it was done to.
    package struct Subject: Equatable, Sendable {
        package var kind: Kind
        package var id: String
        /// What it was called at the time.
        package var name: String
        /// The unit that it belongs to; nil for what belongs to none.
        package var unit: Unit.ID?
        /// The measure that it tells of: who may not read that may not read this.
        package var measure: Measure.ID?

        package init(_ kind: Kind, id: String, name: String, unit: Unit.ID?, measure: Measure.ID? = nil) {
            self.kind = kind
            self.id = id
            self.name = name
            self.unit = unit
            self.measure = measure
        }
    }

    package enum Kind: String, CaseIterable, Sendable {
        case account, invitation, measure, pack, programme, role, series
        /// Named by its day only: the trail tells nothing of what it tells.
        case story
        /// A page that people write.
        case report = "written-page"
        /// Someone without an account.
        case person
        /// That someone chose a coach: of no unit, and without names.
        case coaching
        case unit, phase, annotation, recording, signal, activity
        /// A review, a decision of one, or the rhythm of a unit's reviews.
        case review
        /// A file that waits to be confirmed.
        case file
        case publicLink = "public-link"
    }

    package struct Change: Equatable, Sendable {
        package var field: String
        package var before: String
        package var after: String

        package init(_ field: String, _ before: String?, _ after: String?) {
            self.field = field
            self.before = before ?? ""
            self.after = after ?? ""
        }
    }
}
