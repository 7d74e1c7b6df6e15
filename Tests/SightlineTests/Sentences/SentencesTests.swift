import Sightline
import Statistics
import Testing

struct SentencesTests {
    private static func measure(
        _ better: Direction = .down,
        _ rules: RuleSet = .mdc,
        _ kind: ChartKind = .individuals,
        target: Double? = nil
    ) -> Measure {
        var measure = Samples.measure(better: better, kind: kind)
        measure.chart.rules = rules
        measure.targets = target.map { [TargetStep(start: .first, value: $0)] } ?? []
        return measure
    }

    private static func statement(_ values: [Double?], _ measure: Measure = measure()) throws -> Statement {
        Sentences.statement(of: try Samples.picture(values, measure))
    }

    private static let up = Samples.stable(24) + [108, 109, 107, 108, 110, 109, 108, 107]

    @Test func `a shift is told with its length, its start and the average`() throws {
        let statement = try Self.statement(Self.up)
        #expect(
            statement.what == """
                All of the last 8 months, since January 2022, lie above the average of 102: a shift.
                """
        )
        #expect(statement.meaning == "That is a concern, as lower is better.")
        #expect(statement.next == "Find out what changed.")
        let howSure = try #require(statement.howSure)
        #expect(
            howSure.hasPrefix(
                "The newest point of a stable process would signal by these rules about "
            )
        )
    }

    @Test func `the same shift is an improvement where higher is better, and neither where nothing is`()
        throws
    {
        let wanted = try Self.statement(Self.up, Self.measure(.up))
        #expect(wanted.meaning == "That is an improvement, as higher is better.")
        let neither = try Self.statement(Self.up, Self.measure(.none))
        #expect(neither.meaning == "That is special cause; neither direction is called better here.")
    }

    @Test func `a trend, an outlying point and two of three are told by name`() throws {
        let trend = try Self.statement(Samples.stable(20) + [97, 98, 99, 100, 101, 102, 103])
        #expect(
            trend.what == "All of the last 8 months, since August 2021, rise from one to the next: a trend."
                || trend.what
                    == "All of the last 7 months, since September 2021, rise from one to the next: a trend."
        )
        let outside = try Self.statement(Samples.stable(24) + [130])
        #expect(outside.what.hasPrefix("The newest value, 130 in January 2022, is above the upper limit of "))
    }

    @Test func `gaps in the calendar make points of months`() throws {
        var values: [Double?] = Self.up
        values.append(107)
        let observations = try Observations(
            Samples.months(values).days.enumerated().map { index, day in
                Observation(day: index < 28 ? day : day.advanced(by: 366) ?? day, numerator: values[index])
            }
        )
        let moved = try observations.starting(.month)
        let picture = try AnalysisBuilder.picture(of: Self.measure(), moved, phases: [])
        let statement = Sentences.statement(of: picture)
        #expect(statement.what.hasPrefix("All of the last 9 points, since January 2022,"))
    }

    @Test func `no signal is told with the limits`() throws {
        let statement = try Self.statement(Samples.stable(36))
        #expect(
            statement.what == """
                The newest value, 104 in December 2022, gives no signal: it lies between 89 and 111, \
                around the average of 100, as chance would have it.
                """
        )
        #expect(statement.meaning == nil && statement.howSure == nil)
    }

    @Test func `a shift is told before its newest point, which is also outside the limits`() throws {
        let values = Samples.stable(24) + [108, 109, 107, 108, 110, 109, 108, 135]
        let picture = try Samples.picture(values, Self.measure())
        #expect(picture.analysis.marks.last?.contains(Rule.outsideLimits.mark) == true)
        let what = Sentences.statement(of: picture).what
        #expect(
            what.hasPrefix(
                "All of the last 8 months, since January 2022, lie above the average of 103: a shift."
            )
        )
        #expect(what.contains(" The newest value, 135 in August 2022, is also above the upper limit of "))
    }

    @Test func `a value beyond a limit never looks equal to it`() throws {
        var measure = Self.measure()
        let values: [Double?] = Samples.stable(24).map { $0 / 1000 } + [0.1199]
        measure.format = ValueFormat(unit: "%", decimals: 1)
        let what = try Self.statement(values, measure).what
        let texts = what.matches(of: /0\.[0-9]+%/).map { String($0.0) }
        #expect(texts.count == 2 && texts[0] != texts[1], "\(what)")
        #expect(measure.format.distinctTexts(18.44, 18.43) == ("18.44%", "18.43%"))
        #expect(measure.format.distinctTexts(18.4, 18.4) == ("18.4%", "18.4%"))
    }

    @Test(arguments: [(Direction.up, 130.0), (.up, 70), (.up, 103), (.down, 130)])
    func `a forecast by limits that mix before and after is not called safe`(
        better: Direction,
        target: Double
    ) throws {
        let told = try #require(try Self.statement(Self.up, Self.measure(better, target: target)).target)
        #expect(told.hasPrefix("By these limits it ") && told.hasSuffix("so that forecast isn't safe."))
        let quiet = try #require(
            try Self.statement(Samples.stable(36), Self.measure(better, target: target)).target
        )
        #expect(quiet.hasPrefix("As the process stands"))
    }

    @Test(arguments: [ChartKind.individuals, .run])
    func `a value that never changed is not said to lie between itself`(kind: ChartKind) throws {
        let values = [Double?](repeating: 5, count: 20)
        let what = try Self.statement(values, Self.measure(.down, kind == .run ? .anhoej : .mdc, kind)).what
        #expect(what == "The newest value, 5 in August 2021, gives no signal: it has been 5 throughout.")
    }

    @Test(arguments: [
        (Period.day, "on 25 October 2026"), (.week, "in the week of 19 October 2026"),
        (.month, "in October 2026"), (.quarter, "in October to December 2026"), (.year, "in 2026"),
    ])
    func `a period has its preposition`(period: Period, words: String) {
        #expect(period.moment(of: Samples.day("2026-10-25")) == words)
    }

    @Test func `how often a chart as long would signal is context, not proof`() throws {
        let statement = try Self.statement(Self.up)
        let context = try #require(statement.context)
        #expect(
            context.hasPrefix("A stable process of 32 points would show at least one signal by these rules ")
        )
        #expect(!statement.text.contains(context))
        let long = try #require(try Self.statement(Samples.stable(400), Self.measure(.down)).context)
        #expect(
            long.contains("by these rules nearly always") || long.contains("by these rules at least about ")
        )
    }

    @Test func `too few points say how many more are needed`() throws {
        let one = try Self.statement([100])
        #expect(
            one.text == """
                There is only 1 point, too few to tell signals from chance. 12 more points will be enough.
                """
        )
        let twelve = try Self.statement(Samples.stable(12))
        #expect(
            twelve.text == """
                There are only 12 points, too few to tell signals from chance. 1 more point will be enough.
                """
        )
        let none = try Self.statement([])
        #expect(none.text == "There is no data yet. Import or enter some to begin.")
        let missing = try Self.statement([nil, nil])
        #expect(missing.text == "There are no values yet: every one is missing or withheld.")
    }

    @Test(arguments: [
        (
            Direction.up, 120.0,
            "As the process stands, it can be expected to miss the target of 120 every month."
        ),
        (.up, 80.0, "As the process stands, it can be expected to meet the target of 80 every month."),
        (.down, 80.0, "As the process stands, it can be expected to miss the target of 80 every month."),
        (
            .down, 100.0,
            "As the process stands, it will meet the target of 100 at some times"
                + " and miss it at others, by chance."
        ),
    ])
    func `the target is told as the limits bear`(better: Direction, target: Double, sentence: String) throws {
        let statement = try Self.statement(Samples.stable(36), Self.measure(better, target: target))
        #expect(statement.target == sentence)
        #expect((statement.next != nil) == sentence.contains("miss the target of \(Int(target)) every"))
    }

    @Test func `a run chart can't tell whether a target will be met`() throws {
        let statement = try Self.statement(Samples.stable(36), Self.measure(.up, .anhoej, .run, target: 90))
        #expect(
            statement.target
                == "This chart has no limits, so it can't tell whether the target of 90 will be met."
        )
    }

    @Test(arguments: 0..<300)
    func `a sentence never claims more than the analysis says`(seed: Int) throws {
        var bits = SeededBits(UInt64(seed))
        let kind = [ChartKind.individuals, .run, .c].randomElement(using: &bits) ?? .run
        let name = RuleSet.Name.allCases.randomElement(using: &bits) ?? .mdc
        let better = Direction.allCases.randomElement(using: &bits) ?? .none
        let target = Bool.random(using: &bits) ? Double.random(in: 60...140, using: &bits) : nil
        let step = Double.random(in: -25...25, using: &bits)
        let values: [Double?] = (0..<Int.random(in: 0...48, using: &bits)).map { index in
            if Int.random(in: 0..<20, using: &bits) == 0 { return nil }
            return (100 + (index > 24 ? step : 0) + Double.random(in: -10...10, using: &bits)).rounded()
        }
        let measure = Self.measure(better, RuleSet(name), kind, target: target)
        let picture = try Samples.picture(values, measure)
        let statement = Sentences.statement(of: picture)
        let text = statement.text
        let analysis = picture.analysis
        #expect(text.contains("improvement") == (analysis.variation == .improvement))
        #expect(text.contains("concern") == (analysis.variation == .concern))
        #expect(text.contains("no signal") == (analysis.variation == .commonCause))
        #expect(text.contains("special cause") == [.high, .low].contains(analysis.variation))
        #expect(text.contains("expected to meet") == (analysis.assurance == .passing))
        #expect(text.contains("expected to miss") == (analysis.assurance == .failing))
        #expect(
            (statement.howSure != nil) <= [.improvement, .concern, .high, .low].contains(analysis.variation)
        )
        if analysis.assurance == .noTarget || analysis.assurance == .tooFew {
            #expect(statement.target == nil)
        }
        #expect(text.hasSuffix(".") && !text.contains("  ") && !text.contains("Optional"))
    }
}

/// Implication: what is claimed on the left must hold on the right.
private func <= (claim: Bool, fact: Bool) -> Bool { !claim || fact }
