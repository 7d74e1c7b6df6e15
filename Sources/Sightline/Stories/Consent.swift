package import Statistics
package import Storage

/// That someone whom a story tells of agreed that it is told, and to whom.
package struct Consent: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Consent>

    package let id: ID
    /// Who agreed, in the words of whoever recorded it: a name, or "Mrs H’s daughter".
    package var who: String
    package var audience: Visibility
    /// When they agreed.
    package var day: Day
    /// Who recorded it, and when.
    package var author: Author
    package var instant: Timestamp
    package var withdrawal: Withdrawal?

    package init(
        id: ID,
        who: String,
        audience: Visibility,
        day: Day,
        author: Author,
        instant: Timestamp,
        withdrawal: Withdrawal? = nil
    ) {
        self.id = id
        self.who = who
        self.audience = audience
        self.day = day
        self.author = author
        self.instant = instant
        self.withdrawal = withdrawal
    }

    /// That it was taken back.
    package struct Withdrawal: Equatable, Sendable {
        /// Who recorded that.
        package var name: String
        package var instant: Timestamp
        package var reason: String

        package init(name: String, instant: Timestamp, reason: String) {
            self.name = name
            self.instant = instant
            self.reason = reason
        }
    }
}

extension [Consent] {
    /// The newest of each person, by who they are.
    package var current: [Consent] {
        var newest: [String: Consent] = [:]
        for consent in sorted(by: { ($0.instant, $0.id) < ($1.instant, $1.id) }) {
            newest[consent.who.lowercased()] = consent
        }
        return newest.values.sorted { ($0.who, $0.id) < ($1.who, $1.id) }
    }

    /// To whom all have agreed: the fewest that anyone named.
    ///
    /// Nil where nobody has, or where anyone took it back and
    /// has not agreed anew.
    package var audience: Visibility? {
        let current = current
        guard current.allSatisfy({ $0.withdrawal == nil }) else { return nil }
        return current.map(\.audience).min()
    }
}
