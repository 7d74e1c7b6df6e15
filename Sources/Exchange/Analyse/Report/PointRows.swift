import Markup
import Statistics

/// What the chart of a series says, in one row a point.
struct PointRows {
    static let header = "series,date,value,phase,centre_line,lower_limit,upper_limit,excluded,signals\n"

    private let name: String
    private let days: [Day]
    private let analysis: Analysis

    init(name: String, days: [Day], _ analysis: Analysis) {
        self.name = name
        self.days = days
        self.analysis = analysis
    }

    func append(asCSV bytes: inout [UInt8], _ dayTexts: DayTexts) {
        var start: [UInt8] = []
        start.append(csvField: name)
        var unplotted = analysis.unplotted[...]
        for (place, phase) in analysis.phases.enumerated() {
            let lines = PhaseLines(phase, number: place + 1)
            for index in phase.range {
                bytes.append(contentsOf: start)
                dayTexts.append(index, to: &bytes)
                if unplotted.first == index {
                    unplotted.removeFirst()
                } else {
                    NumberText.append(analysis.values[index], to: &bytes)
                }
                lines.append(offset: index - phase.range.lowerBound, analysis.marks[index], to: &bytes)
            }
        }
    }

    func append(asJSON bytes: inout [UInt8]) {
        for (place, phase) in analysis.phases.enumerated() {
            for index in phase.range {
                let offset = index - phase.range.lowerBound
                var json = JSONWriter()
                json.object { json in
                    json.key("series")
                    json.value(name)
                    json.key("date")
                    json.value(days[index].description)
                    json.key("value")
                    json.value(analysis.isPlotted(index) ? analysis.values[index] : nil)
                    json.key("phase")
                    json.value(place + 1)
                    json.key("centre_line")
                    json.value(phase.centreLine?[offset])
                    json.key("lower_limit")
                    json.value(phase.limits?.lower[offset])
                    json.key("upper_limit")
                    json.value(phase.limits?.upper[offset])
                    json.key("excluded")
                    json.value(false)
                    json.key("signals")
                    json.array { json in
                        for rule in analysis.marks[index].rules { json.value(rule.rawValue) }
                    }
                }
                bytes.append(text: ",\n")
                bytes.append(contentsOf: json.bytes)
            }
        }
    }
}

/// The end of a point's row, `,1,5.2,3,7.4,false,shift`: where the lines are level they are written once a
/// phase.
private struct PhaseLines {
    private let number: Int
    private let lines: [Analysis.Line?]
    private let isLevel: Bool
    /// Where lines are level: what all rows have in common, and that with the end of the line.
    private var level: [UInt8] = []
    private var levelLine: [UInt8] = []

    init(_ phase: Analysis.Phase, number: Int) {
        self.number = number
        lines = [phase.centreLine, phase.limits?.lower, phase.limits?.upper]
        isLevel = lines.allSatisfy { if case .varying = $0 { false } else { true } }
        if isLevel {
            var bytes: [UInt8] = []
            write(offset: 0, to: &bytes)
            level = bytes
            levelLine = bytes + [newline]
        }
    }

    func append(offset: Int, _ marks: RuleMarks, to bytes: inout [UInt8]) {
        if isLevel {
            // Most points signal nothing.
            if marks.isEmpty { return bytes.append(contentsOf: levelLine) }
            bytes.append(contentsOf: level)
        } else {
            write(offset: offset, to: &bytes)
        }
        for (place, rule) in marks.rules.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ";")) }
            bytes.append(text: rule.rawValue)
        }
        bytes.append(newline)
    }

    private func write(offset: Int, to bytes: inout [UInt8]) {
        bytes.append(comma)
        NumberText.append(number, to: &bytes)
        for line in lines {
            bytes.append(comma)
            if let value = line?[offset] { NumberText.append(value, to: &bytes) }
        }
        bytes.append(text: ",false,")
    }
}
