/// What the doctor found, a line each.
struct PatientChart {
    private(set) var hasProblem = false
    private var lines: [String] = []

    var text: String { lines.joined(separator: "\n") }

    mutating func note(_ name: String, _ finding: String) { lines.append("ok       \(name): \(finding)") }

    mutating func problem(_ name: String, _ finding: String) {
        lines.append("problem  \(name): \(finding)")
        hasProblem = true
    }
}
