package import Sightline
package import Statistics

/// The measures of how Sightline is used: one row a measure and month.
package struct OwnMeasureTable: DataTable {
    private let record: OwnRecord
    private let unit: Unit
    private let today: Day

    package init(_ record: OwnRecord, of unit: Unit, today: Day) {
        self.record = record
        self.unit = unit
        self.today = today
    }

    package var title: String { "How we use Sightline" }
    package var columns: [String] { ["measure", "date", "numerator", "denominator"] }

    package func write(to writer: inout some TableWriter) throws {
        for own in OwnMeasure.allCases {
            let observations = record.observations(of: own, today: today)
            for index in observations.indices {
                let observation = observations[index]
                try writer.field(own.measure.key)
                try writer.field(observation.day)
                try writer.field(observation.numerator)
                try writer.field(observation.denominator)
                try writer.endRow()
            }
        }
    }

    package func notes(made instant: Timestamp) -> [any DataTable] {
        let facts = [
            Fact("What it is", "How a unit and those below it use Sightline, one row a measure and month."),
            Fact("Unit", unit.name), Fact("Up to", .day(today)),
        ]
        return [FactTable(facts, made: instant), MeasureTable(measures: OwnMeasure.allCases.map(\.measure))]
    }
}
