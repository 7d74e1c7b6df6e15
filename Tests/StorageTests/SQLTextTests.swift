import Storage
import Testing

struct SQLTextTests {
    struct Case: Sendable {
        let sql: String
        let code: [String]
    }

    @Test(arguments: [
        Case(sql: "", code: [""]),
        Case(sql: "a ? b", code: ["a ? b"]),
        Case(sql: "a '?' b", code: ["a ", " b"]),
        Case(sql: "a 'it''s ?' b", code: ["a ", "", " b"]),
        Case(sql: "a \"?\" b", code: ["a ", " b"]),
        Case(sql: "a -- ?\nb", code: ["a ", "\nb"]),
        Case(sql: "a /* ? /* ? */ ? */ b", code: ["a ", " b"]),
        Case(sql: "a - - / * b", code: ["a - - / * b"]),
        Case(sql: "a 'open", code: ["a ", ""]),
        Case(sql: "a /* open", code: ["a ", ""]),
        Case(sql: "a -- end", code: ["a ", ""]),
        Case(sql: "'é' é", code: ["", " é"]),
    ])
    func `what is quoted or commented is told apart`(example: Case) {
        var code: [String] = []
        let copy = SQLText.rewritingCode(of: example.sql) { stretch, result in
            code.append(String(decoding: stretch, as: UTF8.self))
            result += stretch
        }
        #expect(code == example.code)
        #expect(copy == example.sql)
    }
}
