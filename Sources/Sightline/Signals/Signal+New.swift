import Statistics

extension Signal {
    /// A signal that has just been found.
    init(
        _ window: SignalWindow,
        of watched: Watched,
        chance: Double?,
        rarity: Double?,
        _ context: Context
    ) {
        self.init(
            id: context.makeID(),
            series: watched.series.id,
            window: window,
            rules: watched.measure.chart.rules.name,
            rulesVersion: watched.measure.chart.rules.version,
            meaning: Meaning(window.side, better: watched.measure.better),
            chance: chance,
            rarity: rarity,
            firstEdition: watched.series.edition,
            found: context.now
        )
    }
}

extension Signal.Meaning {
    /// What a side means when one direction is better.
    init(_ side: Side?, better: Direction) {
        self =
            switch (side, better) {
            case (nil, _), (_, .none): .neither
            case (.above, .up), (.below, .down): .wanted
            case (.above, .down), (.below, .up): .unwanted
            }
    }
}
