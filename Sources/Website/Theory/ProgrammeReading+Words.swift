import Drawing
import Sightline
import Statistics
import Storage

extension ProgrammeReading {
    /// What a person reads of a field of a programme, a node, an arrow or a cycle.
    func words(_ field: Revision.Field) -> String {
        let value = field.value
        guard !value.isEmpty else { return "" }
        switch field.name {
        case "measure": return Measure.ID(value).map(title(of:)) ?? value
        case "hung-measures":
            let measures = TheoryMeasure.all(in: value, on: TheoryNode.ID.example)
            return measures.map { "\(title(of: $0.measure)) (\($0.tag.rawValue))" }.joined(separator: ", ")
        case "bearing": return Bearing(rawValue: value)?.word ?? value
        case "position": return Int(value).map { "\($0 + 1)" } ?? value
        case "visibility": return Visibility(rawValue: value)?.programmeWords ?? value
        case "state": return Programme.State(rawValue: value)?.word ?? value
        default: return cycleWords(field)
        }
    }

    private func cycleWords(_ field: Revision.Field) -> String {
        let value = field.value
        let words: String? =
            switch field.name {
            case "phase": Cycle.Phase(rawValue: value)?.word
            case "level": Cycle.Level(rawValue: value)?.words
            case "prediction-outcome": Cycle.Outcome(rawValue: value)?.words
            case "decision": Cycle.Decision(rawValue: value)?.word
            case "direction": Direction(rawValue: value)?.words
            case "began", "by", "due": Day(value)?.words
            default: value
            }
        return words ?? value
    }
}
