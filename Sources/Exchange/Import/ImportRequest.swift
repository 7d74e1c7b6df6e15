package import Sightline

/// What a file of observations may leave unsaid, and where it may write.
package struct ImportRequest: Sendable {
    /// The measure of every row; nil where a column `measure` names it, by key or title.
    package var measure: Measure.ID?
    /// The unit of every row; nil where a column `unit` names it, by code or name.
    package var unit: Unit.ID?
    /// Only this unit and those below it may be written; nil: any.
    package var within: Unit.ID?
    /// What the columns are called in this file.
    package var columns = Columns()
    /// Whether units and measures are made of names that nothing has, so that the names must be fit for it.
    var makesNames = false

    package init(measure: Measure.ID? = nil, unit: Unit.ID? = nil, within: Unit.ID? = nil) {
        self.measure = measure
        self.unit = unit
        self.within = within
    }

    package struct Columns: Equatable, Sendable {
        package var measure = "measure"
        package var unit = "unit"
        package var group = "group"
        package var date = "date"
        package var value = "value"
        package var numerator = "numerator"
        package var denominator = "denominator"
        package var flags = "flags"

        package init() {}
    }
}

/// The names that a file may use, and what whoever imports it may record.
package struct ImportDirectory: Sendable {
    package let measures: MeasureDirectory
    package var units: UnitTree { reader.tree }
    private let reader: Readership

    /// The measures that someone may record in a unit or below it.
    package init(_ reader: Readership, within unit: Unit.ID) {
        measures = MeasureDirectory(reader.measures(for: .recordData, within: unit))
        self.reader = reader
    }

    /// For commands, which may record everything.
    package init(measures: MeasureDirectory, units: UnitTree) {
        self.measures = measures
        reader = Readership(ofOperator: measures, units)
    }

    /// Whether a measure has series in a unit, and they may be recorded.
    func mayRecord(_ measure: Measure, in unit: Unit.ID) -> Bool {
        let isInside = measure.unit.map { units.contains(unit, within: $0) } ?? true
        return isInside && reader.may(.recordData, measure, in: unit)
    }
}
