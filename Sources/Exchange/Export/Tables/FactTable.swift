package import Sightline
package import Statistics

/// Something that a file says of its data.
package struct Fact: Sendable {
    package enum Value: Sendable {
        case text(String)
        case count(Int)
        case day(Day)
        case instant(Timestamp)
    }

    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    package init(_ name: String, _ text: String) { self.init(name, .text(text)) }

    fileprivate var isEmpty: Bool {
        if case .text(let text) = value { text.isEmpty } else { false }
    }
}

/// What data is and where it comes from, one fact a row.
package struct FactTable: DataTable {
    private let facts: [Fact]

    /// - Parameter instant: when the file is made.
    package init(_ facts: [Fact], made instant: Timestamp) {
        self.facts = facts.filter { !$0.isEmpty } + [Fact("Made, in UTC", .instant(instant))]
    }

    package var title: String { "About" }
    package var columns: [String] { ["fact", "value"] }
    package var isProse: Bool { true }

    package func write(to writer: inout some TableWriter) throws {
        for fact in facts {
            try writer.field(fact.name)
            switch fact.value {
            case .text(let text): try writer.field(text)
            case .count(let count): try writer.field(count)
            case .day(let day): try writer.field(day)
            case .instant(let instant): try writer.field(instant)
            }
            try writer.endRow()
        }
    }
}
