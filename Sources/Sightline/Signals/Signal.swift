package import Statistics
package import Storage

/// Something that a rule found in a series; never deleted.
package struct Signal: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Signal>

    package let id: ID
    package var series: Series.ID
    package var window: SignalWindow
    /// The rules that found it; their parameters are the measure's.
    package var rules: RuleSet.Name
    package var rulesVersion: Int
    /// Whether it is what the measure wants.
    package var meaning: Meaning
    /// How often a stable process of as many points would show at least one signal; nil where not known.
    package var chance: Double?
    /// How rarely a stable process puts at one given place what was found when the window was last changed; nil
    /// where that can't be said.
    package var rarity: Double?
    /// The edition that first showed it.
    package var firstEdition: Int
    package var found: Timestamp
    package var state: State
    /// A later edition (or phase, or rule) took it away.
    package var isWithdrawn: Bool
    /// When that was; nil also for one that was withdrawn before this was noted.
    package var withdrawn: Timestamp?

    package init(
        id: ID,
        series: Series.ID,
        window: SignalWindow,
        rules: RuleSet.Name,
        rulesVersion: Int,
        meaning: Meaning,
        chance: Double?,
        rarity: Double? = nil,
        firstEdition: Int,
        found: Timestamp,
        state: State = .new,
        isWithdrawn: Bool = false,
        withdrawn: Timestamp? = nil
    ) {
        self.id = id
        self.series = series
        self.window = window
        self.rules = rules
        self.rulesVersion = rulesVersion
        self.meaning = meaning
        self.chance = chance
        self.rarity = rarity
        self.firstEdition = firstEdition
        self.found = found
        self.state = state
        self.isWithdrawn = isWithdrawn
        self.withdrawn = withdrawn
    }

    package enum Meaning: String, CaseIterable, Sendable {
        case wanted, unwanted, neither
    }

    /// How far people have got with it.
    package enum State: String, CaseIterable, Sendable {
        case new, explained, acting, settled, dismissed
    }
}
