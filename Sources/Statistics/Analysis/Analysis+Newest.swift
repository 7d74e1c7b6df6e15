extension Analysis {
    /// Settles variation and assurance by the newest plotted point and its phase.
    mutating func judgeNewestPoint(_ options: ChartOptions) {
        guard let newest = newestPlotted, let phase = phase(at: newest),
            phase.plottedCount >= options.minimumPoints
        else { return }
        variation = variation(at: newest)
        let offset = newest - phase.range.lowerBound
        var limits: (lower: Double, upper: Double)?
        if let lower = phase.limits?.lower[offset], let upper = phase.limits?.upper[offset] {
            limits = (lower, upper)
        }
        assurance = Assurance(
            target: options.target?.value(at: newest),
            limits: limits,
            better: options.better
        )
    }
}
