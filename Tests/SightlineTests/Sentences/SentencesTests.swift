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
                "A stable process of 32 points would show at least one signal by these rules about "
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
