import Sightline
import Testing

struct PasswordHashTests {
    @Test func `the key is the one that RFC 7914 gives`() throws {
        // Section 12, third vector: the first 32 of its 64 bytes, which don't depend on how many are asked for.
        let expected: [UInt8] = [
            0x70, 0x23, 0xbd, 0xcb, 0x3a, 0xfd, 0x73, 0x48, 0x46, 0x1c, 0x06, 0xcd, 0x81, 0xfd, 0x38, 0xeb,
            0xfd, 0xa8, 0xfb, 0xba, 0x90, 0x4f, 0x8e, 0x3e, 0xa9, 0xb5, 0x43, 0xf6, 0x54, 0x5d, 0xa1, 0xf2,
        ]
        let hash = PasswordHash(
            cost: PasswordHash.Cost(log2Rounds: 14),
            salt: Array("SodiumChloride".utf8),
            key: expected
        )
        #expect(try hash.matches("pleaseletmein"))
        #expect(try !hash.matches("pleaseletmeiN"))
    }

    @Test func `two people with one password have different hashes`() throws {
        let cost = PasswordHash.Cost(log2Rounds: 4)
        let first = try PasswordHash(of: "correct horse battery", cost: cost, Samples.context(1))
        let second = try PasswordHash(of: "correct horse battery", cost: cost, Samples.context(2))
        #expect(first.salt != second.salt && first.key != second.key)
        #expect(try second.matches("correct horse battery"))
    }

    @Test func `nothing matches the stand-in for an account that doesn't exist`() throws {
        let decoy = PasswordHash.decoy(cost: PasswordHash.Cost(log2Rounds: 4))
        #expect(try !decoy.matches(""))
    }
}

struct PasswordRulesTests {
    private let rules = PasswordRules(
        common: Array("password\nqwerty\n123456\nsunshine\nqazwsxedcrfv\n".utf8)
    )
    private let ada = Person(
        id: Person.ID(microseconds: 1, seed: 3),
        name: "Ada Lovelace",
        email: "ada@example.org"
    )

    private static let refused: [(String, PasswordRules.Problem)] = [
        ("short", .tooShort), (String(repeating: "ab cd ", count: 22), .tooLong), ("qazwsxedcrfv", .common),
        ("QAZWSXEDCRFV", .common), ("passwordqwerty", .common), ("qwerty123456", .common),
        ("Sunshine2024!!", .common), ("aaaaaaaaaaaaaa", .common), ("121212121212", .common),
        ("AdaLovelace1815", .ofPerson),
    ]

    @Test(arguments: refused)
    func `what anybody would try first is refused`(password: String, problem: PasswordRules.Problem) {
        #expect(rules.problem(with: password, of: ada) == problem)
    }

    @Test(arguments: ["correct horse battery", "tin kettle 9 owls", "ぱすわーどをきめるのはむずかしい", "xkqj vmpl zzty"])
    func `long ones of one's own are taken, whatever they are made of`(password: String) {
        #expect(rules.problem(with: password, of: ada) == nil)
    }
}
