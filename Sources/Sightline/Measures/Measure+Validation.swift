import Statistics

extension Measure {
    /// Everything that is wrong with it, in the order of a form; empty when it can be stored.
    package var problems: [MeasureProblem] {
        var problems: [MeasureProblem] = []
        check(.key, key, needed: true, &problems)
        if !key.isEmpty, !Self.isKey(key) { problems.append(MeasureProblem(.key, .notAKey)) }
        check(.title, title, needed: true, &problems)
        check(.why, why, &problems)
        check(.domain, domain, &problems)
        check(.numerator, definition.numerator, needed: true, &problems)
        if let denominator = definition.denominator {
            check(.denominator, denominator, needed: true, &problems)
        }
        problems += chartProblems
        problems += targetProblems
        problems += disclosureProblems
        check(.unit, format.unit, &problems)
        check(.decimals, Double(format.decimals), 0, 9, &problems)
        check(.source, provenance.source, &problems)
        check(.licence, provenance.licence, &problems)
        check(.attribution, provenance.attribution, &problems)
        check(.owner, owner, &problems)
        if let reportingDays { check(.reportingDays, Double(reportingDays), 0, 1_000, &problems) }
        return problems
    }

    private var chartProblems: [MeasureProblem] {
        var problems: [MeasureProblem] = []
        switch (chart.kind.denominator, definition.denominator) {
        case (.needed, nil): problems.append(MeasureProblem(.denominator, .chartNeedsDenominator(chart.kind)))
        case (.impossible, .some):
            problems.append(MeasureProblem(.denominator, .chartTakesNoDenominator(chart.kind)))
        default: break
        }
        if chart.kind.needsSubgroups {
            problems.append(MeasureProblem(.chart, .chartNeedsSubgroups(chart.kind)))
        }
        if let baseline = chart.baseline { check(.baseline, Double(baseline), 2, 10_000, &problems) }
        check(.minimumPoints, Double(chart.minimumPoints), 2, 1_000, &problems)
        check(.multiplier, chart.multiplier, 1e-9, 1e9, &problems)
        return problems
    }

    private var targetProblems: [MeasureProblem] {
        var problems: [MeasureProblem] = []
        if !targets.allSatisfy(\.value.isFinite) { problems.append(MeasureProblem(.target, .notFinite)) }
        for (earlier, later) in zip(targets, targets.dropFirst()) where earlier.start == later.start {
            problems.append(MeasureProblem(.target, .repeatedDay(later.start)))
        }
        return problems
    }

    private func check(
        _ field: MeasureProblem.Field,
        _ text: String,
        needed: Bool = false,
        _ problems: inout [MeasureProblem]
    ) {
        if needed, text.allSatisfy(\.isWhitespace) { problems.append(MeasureProblem(field, .missing)) }
        if let most = field.longest, text.unicodeScalars.count > most {
            problems.append(MeasureProblem(field, .tooLong(most: most)))
        }
    }

    private func check(
        _ field: MeasureProblem.Field,
        _ number: Double,
        _ least: Double,
        _ most: Double,
        _ problems: inout [MeasureProblem]
    ) {
        if !(least...most).contains(number) {
            problems.append(MeasureProblem(field, .outside(least: least, most: most)))
        }
    }

    /// Whether it is made of lower-case words, parted by single hyphens.
    static func isKey(_ text: String) -> Bool {
        let hyphen = UInt8(ascii: "-")
        let isMadeOfWords = text.utf8.split(separator: hyphen, omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
        return isMadeOfWords
    }
}
