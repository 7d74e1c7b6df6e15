import Markup
import Statistics

/// Writes what charts say, series after series, in the form asked for.
struct ReportWriter {
    /// What has been written since it was last taken.
    private var bytes: [UInt8] = []
    private let form: ReportForm
    private var dayTexts = DayTexts()

    init(_ form: ReportForm) { self.form = form }

    mutating func append(name: String, days: [Day], _ analysis: Analysis) {
        switch (form.listsPoints, form.isJSON) {
        case (false, false): SummaryRow(name: name, days: days, analysis).append(asCSV: &bytes)
        case (false, true): SummaryRow(name: name, days: days, analysis).append(asJSON: &bytes)
        case (true, false):
            dayTexts.set(days)
            PointRows(name: name, days: days, analysis).append(asCSV: &bytes, dayTexts)
        case (true, true): PointRows(name: name, days: days, analysis).append(asJSON: &bytes)
        }
    }

    var count: Int { bytes.count }

    mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        // The next block will be about as long.
        bytes.reserveCapacity(taken.count + taken.count / 16)
        return taken
    }
}
