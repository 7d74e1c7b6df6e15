import Sightline

/// A pasted list of people to invite: one a line, or a CSV file's text.
struct InvitationList: Sendable {
    struct Row: Sendable {
        let line: Int
        let name: String
        let email: String
        let role: Role?
        /// What is wrong with it; nil where it can be sent.
        let problem: String?
    }

    let rows: [Row]
    var hasProblems: Bool { rows.isEmpty || rows.contains { $0.problem != nil } }

    static let hint = """
        One a line: name, e-mail address, role. The role may be left out: viewer. The rows of a spreadsheet or of a \
        CSV file with the columns name, email and role do as well.
        """

    /// - Parameter roles: those that the visitor may give.
    init(_ text: String, roles: [Role]) {
        let separator: Character = text.contains("\t") ? "\t" : text.contains(";") ? ";" : ","
        var columns = ["name", "email", "role"]
        var seen: [String: Int] = [:]
        var rows: [Row] = []
        for (index, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(separator: separator, omittingEmptySubsequences: false).map(Self.trimmed)
            guard fields.contains(where: { !$0.isEmpty }) else { continue }
            let folded = fields.map { $0.lowercased().filter(\.isLetter) }
            if rows.isEmpty, folded.contains("email") {
                columns = folded
                continue
            }
            let values = Dictionary(zip(columns, fields)) { first, _ in first }
            var row = Self.row(values, line: index + 1, roles)
            if row.problem == nil, let first = seen.updateValue(row.line, forKey: row.email.lowercased()) {
                row = Row(
                    line: row.line,
                    name: row.name,
                    email: row.email,
                    role: row.role,
                    problem: "Line \(first) has the same address: keep one of them."
                )
            }
            rows.append(row)
        }
        self.rows = rows
    }

    private static func row(_ values: [String: String], line: Int, _ roles: [Role]) -> Row {
        let name = values["name"] ?? ""
        let email = values["email"] ?? ""
        let word = (values["role"] ?? "").lowercased()
        let role =
            word.isEmpty
            ? .viewer : Role.allCases.first { $0.rawValue == word || $0.word.lowercased() == word }
        var problem: String?
        if name.isEmpty {
            problem = "The name is missing."
        } else if !isAddress(email) {
            problem = "“\(email)” is no e-mail address."
        } else if role == nil {
            problem = "“\(word)” is no role: use \(roles.map(\.rawValue).joined(separator: ", "))."
        } else if let role, !roles.contains(role) {
            problem = "You can’t give the role \(role.word.lowercased())."
        }
        return Row(line: line, name: name, email: email, role: role, problem: problem)
    }

    /// Whether a text looks like an address: the letter to it is the real test.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 32 && $0.value != 127 && !"<>,;\"()".unicodeScalars.contains($0)
        }
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isPlain && text.utf8.count <= 254
    }

    private static func trimmed(_ field: Substring) -> String {
        var text = String(field.drop(while: { $0 == " " || $0 == "\"" }))
        while let last = text.last, last == " " || last == "\"" { text.removeLast() }
        return text
    }
}
