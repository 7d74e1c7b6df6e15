import Exchange
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

    /// How many bytes are taken at once: as much as an ordinary form carries back.
    static let longest = 50_000

    /// - Parameter roles: those that the visitor may give.
    init(_ text: String, roles: [Role]) {
        // A comma may stand in a name where something else parts the fields.
        let separator: Separator = text.contains("\t") ? .tab : text.contains(";") ? .semicolon : .comma
        var lines = Lines(separator.withCommas(Array(text.utf8)))
        var columns = ["name", "email", "role"]
        var seen: [String: Int] = [:]
        var rows: [Row] = []
        while let line = lines.next() {
            let folded = line.fields.map { $0.lowercased().filter(\.isLetter) }
            if rows.isEmpty, folded.contains("email") {
                columns = folded
                continue
            }
            let values = Dictionary(zip(columns, line.fields)) { first, _ in first }
            var row = Self.row(values, line: line.number, problem: line.problem, roles)
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

    /// The rows of a CSV text by the reader that imports use, the first as well, which may be no header, and short
    /// ones, whose role is left out.
    private struct Lines {
        private var reader: CSVReader<MemorySource>?
        private var isFirst = true

        init(_ bytes: [UInt8]) { reader = try? CSVReader(MemorySource(bytes)) }

        mutating func next() -> (number: Int, fields: [String], problem: String?)? {
            guard reader != nil else { return nil }
            guard !isFirst else {
                isFirst = false
                return (1, reader?.header.names ?? [], nil)
            }
            do {
                guard try reader?.next() == true else { return nil }
            } catch {
                switch error.reason {
                case .empty, .unreadable: return nil
                case .fieldCount: break
                case .notUTF8: return (error.line, [error.text], "The line isn’t UTF-8 text.")
                case .strayQuote, .unclosedQuote:
                    return (error.line, [error.text], "A quotation mark stands alone: leave it out.")
                }
            }
            guard let row = reader?.row else { return nil }
            return (row.line, (0..<row.count).map { InvitationList.trimmed(row.text($0)) }, nil)
        }
    }

    private static func row(
        _ values: [String: String],
        line: Int,
        problem: String?,
        _ roles: [Role]
    ) -> Row {
        let name = values["name"] ?? ""
        let email = values["email"] ?? ""
        let word = (values["role"] ?? "").lowercased()
        let role =
            word.isEmpty
            ? .viewer : Role.allCases.first { $0.rawValue == word || $0.word.lowercased() == word }
        var problem = problem
        if problem != nil {
            // The line can't be read, so its fields say nothing.
        } else if name.isEmpty {
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

    private static func trimmed(_ field: String) -> String {
        let kept = field.drop(while: \.isWhitespace)
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}
