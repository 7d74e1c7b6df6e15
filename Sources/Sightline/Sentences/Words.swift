import Markup
import Statistics

/// Small pieces of sentences.
enum Words {
    /// "1 point", "8 points".
    static func count(_ number: Int, _ noun: String) -> String {
        "\(NumberText.fixed(Double(number), decimals: 0, grouped: true)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// "1 story", "240 stories".
    static func count(_ number: Int, _ one: String, _ several: String) -> String {
        "\(NumberText.fixed(Double(number), decimals: 0, grouped: true)) \(number == 1 ? one : several)"
    }

    /// "1 person", "12 people".
    static func people(_ number: Int) -> String { count(number, "person", "people") }

    /// What part of a list is there: "4 signals.", "50 of 421 signals are here, the newest first."; what comes
    /// first, where that is said.
    static func here(
        _ shown: Int,
        of all: Int,
        _ one: String,
        _ several: String,
        first: String = ""
    ) -> String {
        let order = first.isEmpty || all < 2 ? "" : ", \(first) first"
        let what = count(all, one, several)
        guard shown < all else { return "\(what)\(order)." }
        return "\(NumberText.fixed(Double(shown), decimals: 0, grouped: true)) of \(what) "
            + "\(shown == 1 ? "is" : "are") here\(order)."
    }

    /// "1 series", "240 series".
    static func series(_ number: Int) -> String {
        "\(NumberText.fixed(Double(number), decimals: 0, grouped: true)) series"
    }

    static func name(_ period: Period) -> String { period.rawValue }

    /// The period of a point: "March 2024", "the week of 4 March 2024".
    static func period(_ picture: SeriesPicture, _ index: Int) -> String {
        picture.measure.definition.period.phrase(for: picture.observations.days[index])
    }

    /// When a point was: "in March 2024", "on 4 March 2024".
    static func moment(_ picture: SeriesPicture, _ index: Int) -> String {
        picture.measure.definition.period.moment(of: picture.observations.days[index])
    }

    /// "The newest value, 93.4% in March 2024,".
    static func newestValue(_ picture: SeriesPicture, _ index: Int, _ text: String? = nil) -> String {
        let value = text ?? picture.measure.format.text(picture.analysis.values[index])
        return "The newest value, \(value) \(moment(picture, index)),"
    }

    /// What the centre line is.
    static func centre(_ picture: SeriesPicture) -> String {
        switch picture.analysis.kind {
        case .run, .g: "median"
        default: "average"
        }
    }

    /// "All of the last 8 months, since August 2018,"; "points" where periods are left out.
    static func stretch(_ picture: SeriesPicture, _ range: Range<Int>) -> String {
        let count = picture.plottedCount(range)
        let isUnbroken = count == range.count && isConsecutive(picture, range)
        let noun = isUnbroken ? "\(name(picture.measure.definition.period))s" : "points"
        return "All of the last \(count) \(noun), since \(period(picture, range.lowerBound)),"
    }

    /// A probability as a frequency: "about 1 time in 9".
    static func frequency(_ probability: Double) -> String {
        switch probability {
        case ..<0.001: "less often than 1 time in 1,000"
        case ..<0.4: "about 1 time in \(count((1 / probability).rounded()))"
        case ..<0.95: "about \(count((probability * 10).rounded())) times in 10"
        default: "nearly always"
        }
    }

    private static func count(_ number: Double) -> String {
        NumberText.fixed(number, decimals: 0, grouped: true)
    }

    private static func isConsecutive(_ picture: SeriesPicture, _ range: Range<Int>) -> Bool {
        let period = picture.measure.definition.period
        let days = picture.observations.days[range]
        return zip(days, days.dropFirst()).allSatisfy { period.next(after: $0) == period.start(of: $1) }
    }
}
