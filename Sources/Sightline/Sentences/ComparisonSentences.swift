package import Statistics

/// What charts that compare units say in sentences.
package enum ComparisonSentences {
    /// More names than this are a number.
    private static let mostNamed = 8

    /// Which units a funnel sets apart, by what limits, and what that is worth.
    ///
    /// - Parameters:
    ///   - names: the unit of each point.
    ///   - own: the point of the unit that the page is about.
    ///   - when: the period, as "in March 2026".
    package static func funnel(_ plot: FunnelPlot, names: [String], own: Int?, when: String) -> String {
        let outside = plot.points.filter { $0.outside998 != nil }.map(\.index)
        let what =
            switch outside.count {
            case 0: "no unit lies outside the 99.8% limits"
            case ...mostNamed:
                "these lie outside the 99.8% limits: \(outside.map { names[$0] }.joined(separator: ", "))"
            default:
                "\(outside.count) of \(plot.points.count) units lie outside the 99.8% limits"
                    + (own.map { outside.contains($0) ? ", this one too" : ", this one not" } ?? "")
            }
        let next =
            outside.isEmpty ? "" : " There can be good reasons; it is a place to ask, not a ranking."
        return "\(when.capitalised) \(what). \(outside95(plot)) \(basis(plot))\(next)"
    }

    /// Why there is no funnel.
    ///
    /// - Parameters:
    ///   - count: how many units have a number.
    ///   - fewest: how many it takes.
    ///   - hasTotal: whether one of the units is the total of others.
    package static func noFunnel(_ count: Int, fewest: Int, when: String, hasTotal: Bool) -> String {
        let have =
            switch count {
            case 0: "no unit has"
            case 1: "only 1 unit has"
            default: "only \(count) units have"
            }
        let total = hasTotal ? " A total does not count as one of its parts." : ""
        return "There is no funnel: \(have) a number \(when), and it takes \(fewest) to tell how much units "
            + "differ.\(total)"
    }

    /// What small charts side by side say at the newest point of each.
    ///
    /// - Parameters:
    ///   - shown: what each chart that is shown says.
    ///   - count: all units, those that aren't shown too.
    ///   - sharesValues: whether they have one scale of values.
    package static func sideBySide(_ shown: [Variation], of count: Int, sharesValues: Bool) -> String {
        let told = ListSentences.told { variation in shown.count { $0 == variation } }
        let units =
            shown.count < count
            ? "\(shown.count) of \(Words.count(count, "unit")) are shown" : Words.count(count, "unit")
        let scales =
            sharesValues
            ? "All on one time axis and one scale of values."
            : "All on one time axis; each has its own scale of values, as counts grow with a unit."
        return "\(units), by the newest point of each: \(told). \(scales)"
    }

    /// The totals among small charts.
    package static func totals(_ count: Int) -> String {
        count == 1
            ? "1 total, which the others are part of." : "\(count) totals, which the others are part of."
    }

    /// The units that a total is made of.
    package static func parts(_ count: Int) -> String {
        count == 1 ? "1 part of it." : "\(count) parts of it."
    }

    /// The numbers of a funnel as a table.
    package static func table(_ count: Int) -> String {
        count == 1 ? "1 unit." : "\(Words.count(count, "unit")), those furthest from the others first."
    }

    /// Small charts that are left out.
    package static func others(_ count: Int) -> String {
        "This unit first, then those whose newest value is a signal. \(count) more \(count == 1 ? "is" : "are") in"
    }

    /// Other series of the measure in the same unit.
    package static func variants(_ count: Int, in unit: String) -> String {
        "\(unit) has it in \(Words.count(count, "other way")) too: split, or by an earlier definition."
    }

    /// Whether the limits allow for more than chance.
    private static func isWidened(_ plot: FunnelPlot) -> Bool { (plot.overdispersion?.tauSquared ?? 0) > 0 }

    /// How many lie beyond the inner limits; by chance alone a twentieth does.
    private static func outside95(_ plot: FunnelPlot) -> String {
        let count = plot.points.count { $0.outside95 != nil }
        let lie = count == 0 ? "None lies" : count == 1 ? "1 lies" : "\(count) lie"
        let expected = Int((Double(plot.points.count) * 0.05).rounded())
        let few = expected == 0 ? "less than one" : "about \(expected)"
        let chance = isWidened(plot) ? "" : ", where chance alone would put \(few)"
        return "\(lie) outside the 95% limits\(chance)."
    }

    /// What the limits are, as nobody can see it from them.
    private static func basis(_ plot: FunnelPlot) -> String {
        isWidened(plot)
            ? "The limits are widened because units differ by more than chance alone."
            : "The limits are what chance alone would give."
    }
}
