import Markup
import Statistics

/// What the chart of a series says, in one row.
struct SummaryRow {
    static let header = """
        series,chart,rules,points,first,last,latest,\
        centre_line,lower_limit,upper_limit,variation,assurance,signals\n
        """

    private let name: String
    private let analysis: Analysis
    private var points = 0
    private var first: Day?
    private var last: Day?
    private var latest: Double?
    private var centreLine: Double?
    private var lowerLimit: Double?
    private var upperLimit: Double?

    init(name: String, days: [Day], _ analysis: Analysis) {
        self.name = name
        self.analysis = analysis
        points = days.count - analysis.unplotted.count
        guard let newest = analysis.newestPlotted, let oldest = analysis.oldestPlotted else { return }
        first = days[oldest]
        last = days[newest]
        latest = analysis.values[newest]
        guard let phase = analysis.phase(at: newest) else { return }
        let offset = newest - phase.range.lowerBound
        centreLine = phase.centreLine?[offset]
        lowerLimit = phase.limits?.lower[offset]
        upperLimit = phase.limits?.upper[offset]
    }

    func append(asCSV bytes: inout [UInt8]) {
        bytes.append(csvField: name)
        bytes.append(text: ",\(analysis.kind.rawValue),\(analysis.rules.name.rawValue),")
        NumberText.append(points, to: &bytes)
        for day in [first, last] {
            bytes.append(comma)
            day?.append(to: &bytes)
        }
        for number in [latest, centreLine, lowerLimit, upperLimit] {
            bytes.append(comma)
            if let number { NumberText.append(number, to: &bytes) }
        }
        bytes.append(text: ",\(analysis.variation.rawValue),\(analysis.assurance.rawValue),")
        NumberText.append(analysis.signallingPoints, to: &bytes)
        bytes.append(newline)
    }

    func append(asJSON bytes: inout [UInt8]) {
        var json = JSONWriter()
        json.object { json in
            json.key("series")
            json.value(name)
            json.key("chart")
            json.value(analysis.kind.rawValue)
            json.key("rules")
            json.value(analysis.rules.name.rawValue)
            json.key("points")
            json.value(points)
            json.key("first")
            json.value(first?.description)
            json.key("last")
            json.value(last?.description)
            json.key("latest")
            json.value(latest)
            json.key("centre_line")
            json.value(centreLine)
            json.key("lower_limit")
            json.value(lowerLimit)
            json.key("upper_limit")
            json.value(upperLimit)
            json.key("variation")
            json.value(analysis.variation.rawValue)
            json.key("assurance")
            json.value(analysis.assurance.rawValue)
            json.key("signals")
            json.value(analysis.signallingPoints)
        }
        bytes.append(text: ",\n")
        bytes.append(contentsOf: json.bytes)
    }
}

extension Analysis {
    /// The first plotted point; nil where nothing is plotted.
    fileprivate var oldestPlotted: Int? {
        var index = 0
        for unplotted in unplotted where unplotted == index { index += 1 }
        return index < values.count ? index : nil
    }
}

extension [UInt8] {
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Appends a field of text, in quotes where it must be.
    mutating func append(csvField text: String) {
        var csv = CSVWriter(lineEnd: .lf, defusesFormulas: false)
        csv.field(text)
        append(contentsOf: csv.bytes)
    }
}
