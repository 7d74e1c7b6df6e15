package import Statistics

/// Why a recording was refused; nothing of it was written.
package enum RecordError: Error, Equatable, Sendable {
    case reasonMissing
    case unknownMeasure(Measure.ID)
    case unknownUnit(Unit.ID)
    /// The measure takes no new data.
    case retired(proposal: Int)
    /// The series is in the bin: it must be taken out of it, or deleted for good.
    case inBin(proposal: Int)
    /// The measure belongs to a unit that the proposal's isn't in.
    case measureElsewhere(proposal: Int)
    /// Two proposals are for one series.
    case repeatedSeries(proposal: Int)
    /// An observation of a proposal breaks a rule of its measure.
    case badObservation(proposal: Int, problem: ObservationProblem)
    /// The chart of the measure can't be drawn of a series.
    case notChartable(Series.Key, ChartError)
    case unknownRecording(Recording.ID)
    case unknownEdition(Series.ID, number: Int)
    case alreadyUndone(Recording.ID)
    /// So many of its series have been changed since.
    case changedSince(Recording.ID, series: Int)
}
