import Sightline
import Statistics

/// The rows of one series as a file gives them, in any order.
struct SeriesDraft {
    let key: Series.Key
    let rules: ObservationRules
    private var observations: [Sightline.Observation] = []
    private var lines: [Int] = []
    private var isAscending = true

    init(key: Series.Key, rules: ObservationRules) {
        self.key = key
        self.rules = rules
    }

    mutating func append(_ observation: Sightline.Observation, line: Int) {
        if let last = observations.last, last.day >= observation.day { isAscending = false }
        observations.append(observation)
        lines.append(line)
    }

    /// Puts the rows in order and takes out those for a period that an earlier line has given; gives the lines of both.
    mutating func repeatedPeriods() -> [(line: Int, firstLine: Int)] {
        guard !isAscending else { return [] }
        let order = lines.indices.sorted {
            (observations[$0].day, lines[$0]) < (observations[$1].day, lines[$1])
        }
        var repeats: [(line: Int, firstLine: Int)] = []
        var kept: [Int] = []
        for row in order {
            if let first = kept.last, observations[first].day == observations[row].day {
                repeats.append((lines[row], lines[first]))
            } else {
                kept.append(row)
            }
        }
        observations = kept.map { observations[$0] }
        lines = kept.map { lines[$0] }
        isAscending = true
        return repeats
    }

    /// What is to be recorded, or nil where no row could be read; ask for repeated periods first.
    var proposal: Proposal? {
        guard !observations.isEmpty else { return nil }
        var columns = Observations()
        for observation in observations { columns.append(observation) }
        return Proposal(measure: key.measure, unit: key.unit, group: key.group, observations: columns)
    }
}
