/// The id of one kind of thing, so that a measure's id can't be taken for a unit's.
///
/// Stored as text, in the lower-case form of a UUID; sorts by the time it was made.
package struct Identifier<Entity>: Hashable, Comparable, Sendable {
    private let value: UUIDv7

    /// Makes an id from an instant, in microseconds since 1970 in UTC, and randomness.
    package init(microseconds: Int64, using generator: inout some RandomNumberGenerator) {
        value = UUIDv7(microseconds: microseconds, using: &generator)
    }

    /// Reads the text form; nil for anything but a version 7 UUID.
    package init?(_ text: String) {
        guard let value = UUIDv7(text) else { return nil }
        self.value = value
    }

    /// When it was made: more for a later one, the same for those of one instant.
    package var madeAt: UInt64 { value.madeAt }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension Identifier: CustomStringConvertible {
    /// The lower-case text form, 36 characters.
    package var description: String { value.description }
}

extension SQLRow {
    /// The id in a text column; throws `unexpectedType` where the text is not one.
    package func identifier<Entity>(
        _ column: Int,
        of entity: Entity.Type = Entity.self
    ) throws -> Identifier<Entity> {
        let found = try text(column)
        guard let id = Identifier<Entity>(found) else {
            throw SQLError(.unexpectedType(column: column, wanted: .text), message: "not an id: \(found)")
        }
        return id
    }

    /// The id in a text column, or nil where it is null.
    package func optionalIdentifier<Entity>(
        _ column: Int,
        of entity: Entity.Type = Entity.self
    ) throws -> Identifier<Entity>? {
        isNull(column) ? nil : try identifier(column)
    }
}
