import Statistics
import Storage

/// The product's own types as values of the database.
extension SQLValue {
    static func id<Entity>(_ id: Identifier<Entity>) -> SQLValue { .text(id.description) }
    static func id<Entity>(_ id: Identifier<Entity>?) -> SQLValue { id.map { .id($0) } ?? .null }
    static func day(_ day: Day) -> SQLValue { .integer(Int64(day.number)) }
    static func day(_ day: Day?) -> SQLValue { day.map { .day($0) } ?? .null }
    static func instant(_ instant: Timestamp) -> SQLValue { .integer(instant.microseconds) }
    static func instant(_ instant: Timestamp?) -> SQLValue { instant.map { .instant($0) } ?? .null }
    static func int(_ number: Int) -> SQLValue { .integer(Int64(number)) }
    static func int(_ number: Int?) -> SQLValue { number.map { .int($0) } ?? .null }
    static func bool(_ isTrue: Bool) -> SQLValue { .integer(isTrue ? 1 : 0) }
    static func text(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
    static func real(_ number: Double?) -> SQLValue { number.map { .real($0) } ?? .null }
    static func word(_ word: some RawRepresentable<String>) -> SQLValue { .text(word.rawValue) }
}

extension SQLRow {
    func int(_ column: Int) throws -> Int { Int(try integer(column)) }
    func optionalInt(_ column: Int) throws -> Int? { try optionalInteger(column).map { Int($0) } }
    func bool(_ column: Int) throws -> Bool { try integer(column) != 0 }
    func instant(_ column: Int) throws -> Timestamp { Timestamp(microseconds: try integer(column)) }
    func optionalInstant(_ column: Int) throws -> Timestamp? {
        try optionalInteger(column).map { Timestamp(microseconds: $0) }
    }

    func day(_ column: Int) throws -> Day {
        let number = try integer(column)
        guard let day = Int32(exactly: number).flatMap(Day.init(number:)) else {
            throw SQLError(.unexpectedType(column: column, wanted: .integer), message: "not a day: \(number)")
        }
        return day
    }

    func optionalDay(_ column: Int) throws -> Day? { isNull(column) ? nil : try day(column) }

    /// A text that is one of an enumeration's words.
    func word<Word: RawRepresentable<String>>(_ column: Int, of _: Word.Type = Word.self) throws -> Word {
        let found = try text(column)
        guard let word = Word(rawValue: found) else {
            throw SQLError(
                .unexpectedType(column: column, wanted: .text),
                message: "not a \(Word.self): \(found)"
            )
        }
        return word
    }

    func optionalWord<Word: RawRepresentable<String>>(
        _ column: Int,
        of _: Word.Type = Word.self
    ) throws -> Word? {
        isNull(column) ? nil : try word(column)
    }

    /// The author in two columns: name, person.
    func author(_ column: Int) throws -> Author {
        Author(name: try text(column), person: try optionalIdentifier(column + 1))
    }
}
