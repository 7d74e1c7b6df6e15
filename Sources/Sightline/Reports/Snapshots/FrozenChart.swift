import Markup
import Statistics
package import Storage

/// A chart as it stood: the edition of its series, how it was judged, its phases, and what it was said to say.
package struct FrozenChart: Equatable, Sendable {
    package let series: Series.ID
    /// 0 where the series had no numbers.
    package let edition: Int
    /// The digest of the edition's observations.
    let sha256: String
    package let unitName: String
    /// How the measure was called and judged; its definition is that of the series.
    let settings: Settings
    /// Those in force, ascending by start.
    let phases: [Phase]
    /// What it said to those who see every number.
    package let statement: Statement

    struct Settings: Equatable, Sendable {
        var title: String
        var better: Direction
        var chart: ChartSettings
        var targets: [TargetStep]
        var format: ValueFormat
    }

    /// A series as it stands now.
    ///
    /// - Returns: nil where there is none.
    init?(of id: Series.ID, on connection: any SQLConnection) throws {
        guard let (series, picture) = try SeriesPictureStore.picture(of: id, on: connection) else {
            return nil
        }
        let measure = picture.measure
        self.series = id
        edition = series.edition
        sha256 = Self.digest(of: picture.observations)
        unitName = try UnitStore.find(series.key.unit, on: connection)?.name ?? ""
        settings = Settings(
            title: measure.title,
            better: measure.better,
            chart: measure.chart,
            targets: measure.targets,
            format: measure.format
        )
        phases = picture.phases.map { Self.phase($0.id, of: id, from: $0.start, $0.reason) }
        statement = Sentences.statement(of: picture)
    }

    /// A phase, but for who started it and when.
    private static func phase(
        _ id: Phase.ID,
        of series: Series.ID,
        from start: Day,
        _ reason: String
    ) -> Phase {
        Phase(
            id: id,
            series: series,
            start: start,
            reason: reason,
            author: Author(name: ""),
            instant: Timestamp(microseconds: 0)
        )
    }

    private static func digest(of observations: Observations) -> String {
        Digest.sha256(ObservationCodec.encode(observations))
    }

    /// The chart again, from the edition that it was drawn from.
    ///
    /// - Parameter isOutside: whether small numbers are withheld from whoever reads it, by the rule that holds now.
    /// - Returns: nil where the series isn't there, or the edition isn't what it was.
    package func picture(
        isOutside: Bool,
        on connection: any SQLConnection
    ) throws -> (series: Series, picture: SeriesPicture)? {
        guard let series = try SeriesStore.find(series, on: connection),
            var measure = try MeasureStore.find(
                series.key.measure,
                version: series.key.version,
                on: connection
            )
        else { return nil }
        var observations = Observations()
        if edition > 0 {
            observations = try SeriesStore.observations(of: series.id, edition: edition, on: connection)
        }
        guard Self.digest(of: observations) == sha256 else { return nil }
        measure.title = settings.title
        measure.better = settings.better
        measure.chart = settings.chart
        measure.targets = settings.targets
        measure.format = settings.format
        if isOutside {
            observations = try OutsideStore.observations(observations, of: series.id, measure, on: connection)
        }
        return (series, try AnalysisBuilder.picture(of: measure, observations, phases: phases))
    }
}

// MARK: As text

extension FrozenChart {
    var text: String {
        let chart = settings.chart
        var text = FrozenText()
        text.add("series", series.description)
        text.add("edition", String(edition))
        text.add("sha256", sha256)
        text.add("unit", unitName)
        text.add("title", settings.title)
        text.add("better", settings.better.rawValue)
        text.add("chart", chart.kind.rawValue)
        text.add("rules", chart.rules.name.rawValue, String(chart.rules.version))
        text.add("shift", chart.rules.shiftLength.map(String.init))
        text.add("trend", chart.rules.trendLength.map(String.init))
        text.add("baseline", chart.baseline.map(String.init))
        text.add("minimum-points", String(chart.minimumPoints))
        text.add("screened", chart.screensMovingRanges ? "yes" : "no")
        text.add("multiplier", NumberText.shortest(chart.multiplier))
        text.add("format", settings.format.unit, String(settings.format.decimals))
        for target in settings.targets {
            text.add("target", target.start.description, NumberText.shortest(target.value))
        }
        for phase in phases {
            text.add("phase", phase.id.description, phase.start.description, phase.reason)
        }
        text.add("what", statement.what)
        text.add("meaning", statement.meaning)
        text.add("how-sure", statement.howSure)
        text.add("towards-target", statement.target)
        text.add("next", statement.next)
        text.add("context", statement.context)
        return text.text
    }

    /// - Returns: nil for what is no chart.
    init?(_ content: String) {
        let text = FrozenText(content)
        guard let series = Series.ID(text["series"]), let edition = Int(text["edition"]),
            let better = Direction(rawValue: text["better"]), let chart = Self.chart(text),
            let format = text.all("format").first, format.count == 2, let decimals = Int(format[1])
        else { return nil }
        self.series = series
        self.edition = edition
        sha256 = text["sha256"]
        unitName = text["unit"]
        settings = Settings(
            title: text["title"],
            better: better,
            chart: chart,
            targets: text.all("target").compactMap { values in
                guard values.count == 2, let start = Day(values[0]), let value = Double(values[1]) else {
                    return nil
                }
                return TargetStep(start: start, value: value)
            },
            format: ValueFormat(unit: format[0], decimals: decimals)
        )
        phases = text.all("phase").compactMap { values in
            guard values.count == 3, let id = Phase.ID(values[0]), let start = Day(values[1]) else {
                return nil
            }
            return Self.phase(id, of: series, from: start, values[2])
        }
        statement = Statement(
            what: text["what"],
            meaning: text.optional("meaning"),
            howSure: text.optional("how-sure"),
            target: text.optional("towards-target"),
            next: text.optional("next"),
            context: text.optional("context")
        )
    }

    private static func chart(_ text: FrozenText) -> ChartSettings? {
        guard let kind = ChartKind(rawValue: text["chart"]),
            let name = RuleSet.Name(rawValue: text["rules"]), let minimum = Int(text["minimum-points"]),
            let multiplier = Double(text["multiplier"])
        else { return nil }
        var rules = RuleSet(name)
        if let length = Int(text["shift"]) { rules = (try? rules.with(shiftLength: length)) ?? rules }
        if let length = Int(text["trend"]) { rules = (try? rules.with(trendLength: length)) ?? rules }
        return ChartSettings(
            kind: kind,
            rules: rules,
            baseline: Int(text["baseline"]),
            minimumPoints: minimum,
            screensMovingRanges: text["screened"] == "yes",
            multiplier: multiplier
        )
    }
}
