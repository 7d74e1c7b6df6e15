import DatabaseTestSupport
import Sightline
import Storage
import Testing

struct CodeSecretTests {
    private static let secret = CodeSecret(bytes: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, the rows of SHA-1.
    private static let vectors: [(Int64, String)] = [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]

    @Test(arguments: vectors)
    func `the codes are those of RFC 6238`(seconds: Int64, code: String) {
        let instant = Timestamp(microseconds: seconds * 1_000_000)
        #expect(Self.secret.code(at: CodeSecret.step(at: instant), digits: 8) == code)
        #expect(Self.secret.code(at: CodeSecret.step(at: instant)) == code.suffix(6))
    }

    /// RFC 4226, appendix D.
    @Test func `the codes are those of RFC 4226, whose counter is the step`() {
        let codes = (0...9).map { Self.secret.code(at: $0) }
        #expect(
            codes == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
                "520489",
            ]
        )
    }

    @Test func `the secret reads as RFC 4648 writes it`() {
        #expect(CodeSecret(bytes: Array("foobar".utf8)).base32 == "MZXW6YTBOI")
        #expect(CodeSecret(bytes: Array("fooba".utf8)).base32 == "MZXW6YTB")
        #expect(Self.secret.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }

    @Test func `a code is good one step early and one step late, and no further`() {
        let now = Timestamp(microseconds: 1_000 * 30_000_000)
        for offset in -3...3 as ClosedRange<Int64> {
            let step = Self.secret.step(of: Self.secret.code(at: 1_000 + offset), at: now, after: -1)
            #expect(step == (abs(offset) <= 1 ? 1_000 + offset : nil), "\(offset)")
        }
    }

    @Test func `a step that was used, or that comes before one, is good no more`() {
        let now = Timestamp(microseconds: 1_000 * 30_000_000)
        let codes = [999, 1_000, 1_001].map { Self.secret.code(at: $0) }
        #expect(codes.map { Self.secret.step(of: $0, at: now, after: 1_000) } == [nil, nil, 1_001])
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "１２３４５６", "-12345", "0x1234"])
    func `what is no code is none`(text: String) {
        #expect(Self.secret.step(of: text, at: Timestamp(microseconds: 0), after: -1) == nil)
    }

    @Test func `a recovery code is read whatever its case and hyphens`() {
        let text = "abcd-efgh-2345-mnop-qrst-uvwx"
        #expect(RecoveryCode("ABCDEFGH2345 MNOPqrst-UVWX")?.text == text)
        #expect(RecoveryCode(text)?.text == text)
        #expect(RecoveryCode("abcd-efgh-2345-mnop-qrst-uvw") == nil)
        #expect(RecoveryCode("abcd-efgh-0189-mnop-qrst-uvwx") == nil)
        #expect(RecoveryCode("123456") == nil)
    }
}

struct CodeStoreTests {
    private static func account(in world: World) async throws -> Account {
        try await world.database.write { connection in
            let context = Samples.context(5, at: 0)
            let account = try AccountStore.insert(name: "Ada", context, on: connection)
            let grant = RoleGrant(role: .editor, unit: world.north.id)
            try AccountStore.grant(grant, to: account.id, context, on: connection)
            return try #require(try AccountStore.find(account.id, on: connection))
        }
    }

    /// Turns codes on at second 3000.
    private static func confirmed(
        _ account: Account,
        in world: World
    ) async throws -> (CodeSecret, [RecoveryCode]) {
        try await world.database.write { connection in
            let context = Samples.context(6, at: 3_000)
            let secret = try #require(try CodeStore.begin(account.id, context, on: connection))
            #expect(try CodeStore.state(of: account.id, on: connection) == nil)
            #expect(try CodeStore.confirm("000", of: account, context, on: connection) == nil)
            let code = secret.code(at: 100)
            let codes = try CodeStore.confirm(code, of: account, context, on: connection)
            return (secret, try #require(codes))
        }
    }

    @Test(arguments: TestEngine.available)
    func `a code is taken once, the one that turned codes on included`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let account = try await Self.account(in: world)
            let (secret, _) = try await Self.confirmed(account, in: world)
            func source(_ text: String, at seconds: Int64) async throws -> CodeStore.Source? {
                try await world.database.write {
                    try CodeStore.accept(text, of: account, Samples.context(7, at: seconds), on: $0)
                }
            }
            let taken = [
                try await source(secret.code(at: 100), at: 3_000),
                try await source(secret.code(at: 101), at: 3_030),
                try await source(secret.code(at: 101), at: 3_031),
                try await source(secret.code(at: 102), at: 3_031),
                try await source(secret.code(at: 101), at: 3_061),
            ]
            #expect(taken == [nil, .device, nil, .device, nil])
        }
    }

    @Test(arguments: TestEngine.available)
    func `a recovery code is taken once, is its person's only, and is stored as a hash`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let account = try await Self.account(in: world)
            let (_, codes) = try await Self.confirmed(account, in: world)
            #expect(codes.count == 10 && Set(codes.map(\.text)).count == 10)
            try await world.database.write { connection in
                let context = Samples.context(8, at: 3_100)
                let other = try AccountStore.insert(name: "Bob", context, on: connection)
                func source(_ of: Account) throws -> CodeStore.Source? {
                    try CodeStore.accept(codes[3].text, of: of, takesDevice: false, context, on: connection)
                }
                #expect(try source(other) == nil)
                #expect(try source(account) == .recovery)
                #expect(try source(account) == nil)
                #expect(try CodeStore.state(of: account.id, on: connection)?.recoveryCodesLeft == 9)
                let stored = try connection.all("SELECT code_hash FROM recovery_code") { try $0.text(0) }
                #expect(stored.allSatisfy { $0.utf8.count == 64 })
                let fresh = try CodeStore.renewRecoveryCodes(of: account, context, on: connection)
                #expect(try CodeStore.state(of: account.id, on: connection)?.recoveryCodesLeft == 10)
                #expect(try CodeStore.accept(codes[4].text, of: account, context, on: connection) == nil)
                #expect(
                    try CodeStore.accept(fresh[0].text, of: account, context, on: connection) == .recovery
                )
                try CodeStore.end(account, context, on: connection)
                #expect(try CodeStore.accept(fresh[1].text, of: account, context, on: connection) == nil)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a secret that waits does nothing yet, and not for ever`(engine: TestEngine) async throws {
        try await World.run(on: engine) { world in
            let account = try await Self.account(in: world)
            try await world.database.write { connection in
                let context = Samples.context(6, at: 3_000)
                let secret = try #require(try CodeStore.begin(account.id, context, on: connection))
                let code = secret.code(at: 100)
                #expect(try CodeStore.accept(code, of: account, context, on: connection) == nil)
                let late = Samples.context(6, at: 3_000 + CodeStore.enrolmentSeconds)
                let codeThen = secret.code(at: CodeSecret.step(at: late.now))
                #expect(try CodeStore.confirm(codeThen, of: account, late, on: connection) == nil)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `a role needs a code where its unit or one above says so, but not past who looks after itself`(
        engine: TestEngine
    ) async throws {
        try await World.run(on: engine) { world in
            let editor = try await Self.account(in: world)
            try await world.database.write { connection in
                let context = Samples.context(7)
                func isMissing() throws -> Bool {
                    try RequiredCodeStore.isMissing(from: editor, on: connection)
                }
                #expect(try !isMissing())
                try RequiredCodeStore.set([.viewer], of: world.north, context, on: connection)
                #expect(try !isMissing())
                try RequiredCodeStore.set([.editor], of: world.south, context, on: connection)
                #expect(try !isMissing())
                try RequiredCodeStore.set([.viewer, .editor], of: world.north, context, on: connection)
                #expect(try isMissing())
                try RequiredCodeStore.set([], of: world.north, context, on: connection)
                #expect(try !isMissing())
                try RequiredCodeStore.set([.editor], of: world.community, context, on: connection)
                #expect(try isMissing())
                let chief = try AccountStore.insert(name: "Chief", context, on: connection)
                let grant = RoleGrant(role: .administrator, unit: world.north.id)
                try AccountStore.grant(grant, to: chief.id, context, on: connection)
                #expect(try !isMissing())
            }
            try await world.database.write { connection in
                try RequiredCodeStore.set([.editor], of: world.north, Samples.context(9), on: connection)
            }
            _ = try await Self.confirmed(editor, in: world)
            let isMissing = try await world.database.read {
                try RequiredCodeStore.isMissing(from: editor, on: $0)
            }
            #expect(!isMissing)
        }
    }
}
