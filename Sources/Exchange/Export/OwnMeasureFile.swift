import Markup
package import Sightline
package import Statistics

/// The measures of how Sightline is used as a CSV file: one row a measure and month.
package enum OwnMeasureFile {
    package static func bytes(_ record: OwnRecord, today: Day) -> [UInt8] {
        var writer = CSVWriter(lineEnd: .crlf, defusesFormulas: true)
        for name in ["measure", "date", "numerator", "denominator"] { writer.field(name) }
        writer.endRow()
        for own in OwnMeasure.allCases {
            let observations = record.observations(of: own, today: today)
            for index in observations.indices {
                let observation = observations[index]
                writer.field(own.measure.key)
                writer.field("\(observation.day)")
                writer.field(observation.numerator)
                writer.field(observation.denominator)
                writer.endRow()
            }
        }
        return writer.take()
    }
}
