/// What the doctor found, a line each.
struct PatientChart {
    private(set) var hasProblem = false
    private(set) var hasDamage = false
    private var lines: [String] = []

    var text: String { lines.joined(separator: "\n") }

    mutating func note(_ name: String, _ finding: String) { lines.append("ok       \(name): \(finding)") }

    mutating func problem(_ name: String, _ finding: String) {
        lines.append("problem  \(name): \(finding)")
        hasProblem = true
    }

    /// Says once what to do with a database that something else than this program has changed.
    mutating func noteDamage() {
        guard !hasDamage else { return }
        hasDamage = true
        problem("database", "it is damaged: keep it, and restore the newest backup")
    }
}
