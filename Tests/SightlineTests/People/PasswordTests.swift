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

    /// One word as different keyboards send it: é as one code point and as two, wide letters, a ligature.
    private static let spellings = [
        ("caf\u{E9} au lait noir", "cafe\u{301} au lait noir"), ("correct horse", "ｃｏｒｒｅｃｔ ｈｏｒｓｅ"),
        ("the office cat sat", "the o\u{FB03}ce cat sat"),
    ]

    @Test(arguments: spellings)
    func `a password is the same however its letters are put together`(one: String, other: String) throws {
        let cost = PasswordHash.Cost(log2Rounds: 4)
        #expect(try PasswordHash(of: one, cost: cost, Samples.context(1)).match(other) == .normalised)
        #expect(try PasswordHash(of: other, cost: cost, Samples.context(1)).match(one) == .normalised)
    }

    @Test func `a hash from before passwords were normalised still opens, and says so`() throws {
        let typed = "cafe\u{301} au lait noir"
        // Of these very bytes, by Python's hashlib.scrypt(n=16, r=8, p=1, dklen=32).
        let old = PasswordHash(
            cost: PasswordHash.Cost(log2Rounds: 4),
            salt: Array("0123456789abcdef".utf8),
            key: [
                0x9c, 0xd1, 0x4b, 0xc6, 0xd6, 0x1b, 0x49, 0xd1, 0xb7, 0xfa, 0xd4, 0xfb, 0xbb, 0xa1, 0x5f,
                0x71,
                0xb7, 0x12, 0xc3, 0x68, 0xa4, 0xee, 0x7f, 0x25, 0xc8, 0xb8, 0x57, 0x2a, 0x1f, 0x67, 0x7c,
                0xc4,
            ]
        )
        #expect(try old.match(typed) == .asTyped)
        #expect(try old.match("caf\u{E9} au lait noir") == nil)
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

    @Test func `length is counted after normalisation`() {
        // Ten characters, the accents of which came as code points of their own.
        let ten = "nai\u{308}ve cafe\u{301}"
        #expect(ten.unicodeScalars.count == 12)
        #expect(rules.problem(with: ten, of: ada) == .tooShort)
        #expect(rules.problem(with: ten + "es", of: ada) == nil)
        // One code point that stands for several letters.
        #expect(rules.problem(with: "the \u{FB03}sh set", of: ada) == nil)
    }

    @Test func `what is common is common in wide letters too`() {
        #expect(rules.problem(with: "ｑａｚｗｓｘｅｄｃｒｆｖ", of: ada) == .common)
    }

    @Test(arguments: ["correct horse battery", "tin kettle 9 owls", "ぱすわーどをきめるのはむずかしい", "xkqj vmpl zzty"])
    func `long ones of one's own are taken, whatever they are made of`(password: String) {
        #expect(rules.problem(with: password, of: ada) == nil)
    }
}
