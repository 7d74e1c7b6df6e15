package import Statistics
package import Storage

/// What is counted, why it matters, and how it is charted and judged.
package struct Measure: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Measure>

    package let id: ID
    /// The unit that it belongs to: its series lie there and below.
    ///
    /// Nil for one that all share.
    package var unit: Unit.ID?
    /// Who may see its series, besides those whose role reaches them.
    package var visibility: Visibility
    /// A short unique name for files and addresses: `seen-within-four-hours`.
    package var key: String
    package var title: String
    /// Why it matters, in the words of those whom it touches.
    package var why: String
    /// What it is about, to group a table by: "Urgent care".
    package var domain: String
    package var stakeholder: Stakeholder
    package var role: Role
    package var better: Direction
    package var definition: Definition
    package var chart: ChartSettings
    /// Ascending by day; empty where there is no target.
    package var targets: [TargetStep]
    package var format: ValueFormat
    package var provenance: Provenance
    /// Who answers for it.
    package var owner: String
    package var nextReview: Day?
    /// Days after the end of a period until its data is expected; nil where no more is to come.
    package var reportingDays: Int?
    /// How small numbers are kept from those outside the organisation that they are about; nil: they aren't.
    package var disclosure: DisclosureRule?
    /// Since when, why and by whose decision it takes no new data; nil while it takes data.
    package internal(set) var retirement: Retirement?

    package init(
        id: ID,
        unit: Unit.ID? = nil,
        visibility: Visibility = .unit,
        key: String,
        title: String,
        why: String = "",
        domain: String = "",
        stakeholder: Stakeholder,
        role: Role,
        better: Direction,
        definition: Definition,
        chart: ChartSettings,
        targets: [TargetStep] = [],
        format: ValueFormat = ValueFormat(),
        provenance: Provenance = Provenance(),
        owner: String = "",
        nextReview: Day? = nil,
        reportingDays: Int? = 31
    ) {
        self.id = id
        self.unit = unit
        self.visibility = visibility
        self.key = key
        self.title = title
        self.why = why
        self.domain = domain
        self.stakeholder = stakeholder
        self.role = role
        self.better = better
        self.definition = definition
        self.chart = chart
        self.targets = targets
        self.format = format
        self.provenance = provenance
        self.owner = owner
        self.nextReview = nextReview
        self.reportingDays = reportingDays
    }

    /// What it tells of a change: its result, whether it happens, or what may get worse.
    package enum Role: String, CaseIterable, Sendable {
        case outcome, process, balancing
    }

    /// Where the numbers come from and on what terms.
    package struct Provenance: Equatable, Sendable {
        package var source: String
        package var licence: String
        /// The words that the licence asks to be shown.
        package var attribution: String

        package init(source: String = "", licence: String = "", attribution: String = "") {
            self.source = source
            self.licence = licence
            self.attribution = attribution
        }
    }

    /// Whether its unit keeps it to itself.
    package var isKept: Bool { unit != nil && visibility == .unit }

    /// The target in force on a day.
    package func target(on day: Day) -> Double? { targets.last { $0.start <= day }?.value }
}
