/// What a chart says of one series: its lines, its signals, its variation and its assurance.
///
/// Every array has one entry a point, in the order of the input. No number in it is NaN or infinite.
package struct Analysis: Sendable {
    package var kind: ChartKind
    package var rules: RuleSet
    /// Which way is better, as asked.
    package var better: Direction
    /// Whether outlying moving ranges were left out of the limits; false on charts whose limits take none.
    package var screensMovingRanges: Bool
    /// The plotted values, multiplied; 0 where ``isPlotted(_:)`` is false.
    package var values: [Double]
    /// Indices without a plotted value, ascending: missing data, a denominator of zero, the first moving
    /// range of a phase.
    package var unplotted: [Int]
    /// In order; they cover every point.
    ///
    /// None for an empty series.
    package var phases: [Phase]
    /// The rules that each point belongs to.
    package var marks: [RuleMarks]
    /// Every run, trend, outlying point or window that a rule found, in order of its first point.
    package var findings: [Finding]
    /// What the newest plotted point says, by its leading rule (see ``variation(at:)``).
    package var variation: Variation
    /// The target in force at the newest plotted point against the limits there.
    package var assurance: Assurance

    /// A stretch of points with its own limits.
    package struct Phase: Sendable {
        package var range: Range<Int>
        /// Nil where there is nothing to compute it from.
        package var centreLine: Line?
        /// Nil on run charts and where limits don't exist.
        package var limits: Limits?
        /// Points plotted in this phase.
        package var plottedCount: Int
        /// The number of points that the limits come from.
        package var baselineCount: Int
        /// The run statistics of the Anhøj rules; nil where they don't apply (MR charts, no useful points).
        package var runs: RunStatistics?
        /// Limits, if any, come from fewer than 13 points: trial limits.
        package var isTrial: Bool { baselineCount < 13 }
    }

    package struct Limits: Sendable {
        package var lower: Line
        package var upper: Line
    }

    /// A line across a phase: one value, or one a point.
    package enum Line: Sendable, Equatable {
        case constant(Double)
        /// One value a point of the phase; the first is that of the phase's first point. Nil: no value there.
        case varying([Double?])

        /// The value at a point, counted from the start of the phase.
        package subscript(offset: Int) -> Double? {
            switch self {
            case .constant(let value): value
            case .varying(let values): values[offset]
            }
        }
    }
}
