package import Storage

/// A private address under which someone's calendar program finds their reviews and follow-ups.
package struct CalendarFeed: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<CalendarFeed>

    package let id: ID
    package var account: Account.ID
    package var created: Timestamp
}
