import Storage

/// A code that stands in, once, for a device that is lost: 120 random bits.
package struct RecoveryCode: Equatable, Sendable {
    /// `abcd-efgh-2345-mnop-qrst-uvwx`.
    package let text: String

    /// How many a person gets.
    package static let count = 10

    init(_ context: Context) {
        text = Self.grouped(Base32.encode(context.randomBytes(15)).lowercased())
    }

    /// What someone typed, whatever its case, spaces and hyphens; nil for what can't be one.
    package init?(_ typed: String) {
        let core = typed.lowercased().filter { $0 != "-" && $0 != " " }
        let isPlain = core.utf8.allSatisfy { (97...122).contains($0) || (50...55).contains($0) }
        guard core.utf8.count == 24, isPlain else { return nil }
        text = Self.grouped(core)
    }

    /// What the database keeps; the code is random and long, so a plain hash is enough.
    func hash(of account: Account.ID) -> String {
        Digest.sha256(Array("recovery code \(account) \(text)".utf8))
    }

    private static func grouped(_ core: String) -> String {
        stride(from: 0, to: 24, by: 4).map { String(core.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
