package import Storage

/// What a change needs from outside the product: who, when, and where chance comes from.
///
/// Time and randomness are handed in, so that a test can say exactly what must happen.
package struct Context: Sendable {
    package let author: Author
    package let now: Timestamp
    /// Where the change comes from: a host's address, or what ran on the machine; for the audit trail.
    package let origin: String
    private let random: @Sendable () -> UInt64

    /// `random` gives 64 unpredictable bits a call: the system's, unless a test says otherwise.
    package init(
        author: Author,
        now: Timestamp,
        origin: String = "",
        random: @escaping @Sendable () -> UInt64 = { RandomReserve.next() }
    ) {
        self.author = author
        self.now = now
        self.origin = origin
        self.random = random
    }

    /// A new id, ordered by time.
    package func makeID<Entity>(of _: Entity.Type = Entity.self) -> Identifier<Entity> {
        var generator = Generator(bits: random)
        return Identifier(microseconds: now.microseconds, using: &generator)
    }

    /// Unpredictable bytes for a secret.
    func randomBytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            let bits = random()
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        return Array(bytes.prefix(count))
    }

    private struct Generator: RandomNumberGenerator {
        let bits: @Sendable () -> UInt64
        func next() -> UInt64 { bits() }
    }
}
