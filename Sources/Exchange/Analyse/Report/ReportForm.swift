/// The form of the answer.
package struct ReportForm: Equatable, Sendable {
    /// One row a point, not one a series.
    package var listsPoints = false
    package var isJSON = false

    package init(listsPoints: Bool = false, isJSON: Bool = false) {
        self.listsPoints = listsPoints
        self.isJSON = isJSON
    }
}

extension ReportForm {
    /// What stands before the first series.
    var opening: String {
        switch (isJSON, listsPoints) {
        case (true, _): "["
        case (false, false): SummaryRow.header
        case (false, true): PointRows.header
        }
    }

    /// What stands after the last series.
    var closing: String { isJSON ? "\n]\n" : "" }

    /// How many bytes each series' text has in front that the first series doesn't need: the comma in JSON.
    var separatorLength: Int { isJSON ? 1 : 0 }
}
