import FoundationEssentials
import Hummingbird
import Sightline
import Testing
import Website

/// The readable table of who passes which route, routes.csv beside this file.
struct AccessTable {
    struct Row: Sendable {
        let method: String
        let pattern: String
        let subject: Subject?
        /// By where the role is held.
        let passes: [Position: Set<Role>]
        let signedOut: Bool
        /// Whether passing it may end the session that it was passed with.
        var endsSessions: Bool { pattern == "/session" || pattern.hasPrefix("/sign-in") }
    }

    /// Whose measure the thing is of.
    enum Subject: String, Sendable {
        case shared, kept
    }

    /// Where a role is held, as seen from the unit of the address.
    enum Position: String, CaseIterable, Sendable {
        case on = "on the unit"
        case above, beside, below
    }

    let rows: [Row]

    init() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "routes.csv")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        rows = try lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            try #require(fields.count == 8, "\(line)")
            let positions = try zip(Position.allCases, fields[4...]).map { ($0, try Self.roles($1)) }
            return Row(
                method: fields[0],
                pattern: fields[1],
                subject: Subject(rawValue: fields[2]),
                passes: Dictionary(uniqueKeysWithValues: positions),
                signedOut: fields[3] == "everyone"
            )
        }
    }

    private static func roles(_ group: String) throws -> Set<Role> {
        switch group {
        case "everyone", "signed-in": Set(Role.allCases)
        case "readers": [.viewer, .contributor, .editor, .evaluator, .administrator]
        case "exporters": [.editor, .evaluator, .administrator]
        case "recorders": [.contributor, .editor, .administrator]
        case "editors": [.editor, .administrator]
        case "coaches": [.coach]
        case "people": [.peopleManager, .administrator]
        case "administrators": [.administrator]
        case "nobody": []
        default: throw UnknownGroup(name: group)
        }
    }

    struct UnknownGroup: Error {
        let name: String
    }
}
