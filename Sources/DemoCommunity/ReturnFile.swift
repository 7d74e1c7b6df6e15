import Exchange
import Sightline
import Statistics

/// The file that a recording of the fictional community would have come in, so that it has an origin like any other.
struct ReturnFile {
    let name: String
    let bytes: [UInt8]
    let rows: Int

    init(_ step: RecordingPlan.Step) {
        let newest = step.end.advanced(by: -1) ?? step.end
        name = "fourways-\(newest.description.prefix(7)).csv"
        var lines = ["measure,unit,date,numerator,denominator,flags"]
        for part in step.parts {
            for observation in part.observations {
                let fields = [
                    part.measure, part.unit, observation.day.description, Self.text(observation.numerator),
                    Self.text(observation.denominator), FlagWords.text(observation.flags),
                ]
                lines.append(fields.joined(separator: ","))
            }
        }
        rows = lines.count - 1
        bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    var origin: Recording.Origin {
        Recording.Origin(fileName: name, sha256: Digest.sha256(bytes), rows: rows)
    }

    private static func text(_ number: Double?) -> String {
        number.map { number in Int(exactly: number).map(String.init) ?? "\(number)" } ?? ""
    }
}
