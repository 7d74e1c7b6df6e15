import Storage

/// An edition whose content isn't what was recorded: something else than this program has changed the database.
package struct DamagedEdition: Error, Equatable, Sendable {
    package enum Fault: Equatable, Sendable {
        /// The series names an edition that isn't there.
        case missing
        /// The bytes are no observations.
        case unreadable
        /// The SHA-256 of the content isn't the one that was recorded.
        case otherContent
    }

    /// The measure's key.
    package var measure: String
    /// The unit's code, or its name.
    package var unit: String
    package var group: String
    package var edition: Int
    package var fault: Fault

    /// - Parameter series: the one that the edition is of, which is named.
    init(of series: Series.ID, edition: Int, _ fault: Fault, on connection: any SQLConnection) throws {
        let names = try connection.one(
            """
            SELECT m.key, COALESCE(u.code, u.name), s.group_name
            FROM series s JOIN measure m ON m.id = s.measure_id JOIN unit u ON u.id = s.unit_id WHERE s.id = ?
            """,
            [.id(series)]
        ) { (try $0.text(0), try $0.text(1), try $0.text(2)) }
        (measure, unit, group) = names ?? ("?", "?", "")
        self.edition = edition
        self.fault = fault
    }
}

extension DamagedEdition: CustomStringConvertible {
    package var description: String {
        let place =
            "measure \(measure), unit \(unit)\(group.isEmpty ? "" : ", group \(group)"), edition \(edition)"
        return switch fault {
        case .missing: "\(place): it is missing"
        case .unreadable: "\(place): its content can't be read"
        case .otherContent: "\(place): its content isn't what was recorded (the SHA-256 differs)"
        }
    }
}
