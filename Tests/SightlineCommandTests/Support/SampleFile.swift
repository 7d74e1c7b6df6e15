/// CSV files to analyse.
enum SampleFile {
    /// Twenty months of two series: `a` steady about 10, `b` steady and then far higher from January 2021.
    static let twoSeries =
        header + rows("a") { $0 % 2 == 0 ? 9 : 11 } + rows("b") { ($0 % 2) + ($0 < 12 ? 20 : 40) }

    static let header = "series,date,value\n"

    /// A row a month from January 2020.
    static func rows(_ name: String, months: Int = 20, _ value: (Int) -> Int) -> String {
        (0..<months).map { "\(name),\(month($0)),\(value($0))\n" }.joined()
    }

    /// Twenty months of proportions: 10 to 12 of 100.
    static let proportions =
        "date,numerator,denominator\n"
        + (0..<20).map { "\(month($0)),\(10 + $0 % 3),100\n" }.joined()

    static func month(_ number: Int) -> String {
        let month = number % 12 + 1
        return "\(2020 + number / 12)-\(month < 10 ? "0" : "")\(month)-01"
    }
}
