/// A series as its chart plots it, checked and unmultiplied; every column has one entry a point.
struct Plot {
    let kind: ChartKind
    /// What is plotted; 0 where ``unplotted`` says so.
    var values: [Double]
    /// The scale in which limits are computed and points judged: proportions on an NP chart, the 3.6th root
    /// on a T chart, ``values`` themselves everywhere else.
    var scores: [Double]
    /// What the centre line of a chart with sizes sums: numerators, or sums of subgroups.
    var totals: [Double] = []
    /// Denominators, or sizes of subgroups; empty where a chart has none.
    var sizes: [Double] = []
    /// Standard deviations of subgroups, 0 for a subgroup of one; empty but on X-bar and S charts.
    var deviations: [Double] = []
    /// Measurements whose ranges are plotted, and where they are missing; only on MR charts.
    var measurements: (values: [Double], missing: [Int])?
    /// Indices without a plotted value, ascending.
    var unplotted: [Int]

    /// - Throws: every ``ChartError`` about the content of the input.
    init(_ input: ChartInput, kind: ChartKind, phaseStarts: [Int]) throws(ChartError) {
        try InputCheck.indices(input.missing, within: input.count)
        try InputCheck.indices(input.excluded, within: input.count)
        switch input.content {
        case .values(let values):
            try self.init(values: values, missing: input.missing, kind: kind)
        case .ratios(let numerators, let denominators):
            try self.init(
                numerators: numerators,
                denominators: denominators,
                missing: input.missing,
                kind: kind
            )
        case .subgroups(let subgroups):
            try self.init(subgroups: subgroups, missing: input.missing, kind: kind)
        }
        if kind == .movingRange { plotRanges(excluded: input.excluded, phaseStarts: phaseStarts) }
    }

    private init(values: [Double], missing: [Int], kind: ChartKind) throws(ChartError) {
        switch kind {
        case .run, .individuals, .movingRange, .c, .g, .t: break
        default: throw .wrongContent(kind)
        }
        try InputCheck.numbers(values, skipping: missing, forbidsNegatives: kind.forbidsNegatives)
        if kind == .t { try InputCheck.positive(values, skipping: missing) }
        self.kind = kind
        var values = values
        for index in missing { values[index] = 0 }
        self.values = values
        scores = kind == .t ? values.map(PowerTransform.forward) : values
        unplotted = missing
    }

    private init(
        numerators: [Double],
        denominators: [Double],
        missing: [Int],
        kind: ChartKind
    ) throws(ChartError) {
        switch kind {
        case .c, .g, .t, .xbar, .s: throw .wrongContent(kind)
        default: break
        }
        try InputCheck.ratios(numerators, denominators, skipping: missing, kind: kind)
        self.kind = kind
        var missing = missing[...]
        (values, scores, unplotted) = ([], [], [])
        (totals, sizes) = (numerators, denominators)
        values.reserveCapacity(numerators.count)
        for index in numerators.indices {
            let isMissing = missing.first == index
            if isMissing { missing.removeFirst() }
            if isMissing || denominators[index] == 0 {
                unplotted.append(index)
                values.append(0)
                (totals[index], sizes[index]) = (0, 0)
            } else {
                values.append(numerators[index] / denominators[index])
            }
        }
        scores = values
        if kind == .np { values = totals }
    }

    /// Replaces measurements by their moving ranges.
    ///
    /// The first range of a phase, and one over missing data, do not exist. Over an excluded point ranges are
    /// taken between its neighbours; its own range is plotted but nothing is computed from it.
    private mutating func plotRanges(excluded: [Int], phaseStarts: [Int]) {
        measurements = (values, unplotted)
        var missing = unplotted[...]
        var omitted = excluded[...]
        var starts = phaseStarts[...]
        var ranges = [Double](repeating: 0, count: values.count)
        var before: Double?
        unplotted = []
        for index in values.indices {
            if starts.first == index {
                starts.removeFirst()
                before = nil
            }
            let isOmitted = omitted.first == index
            if isOmitted { omitted.removeFirst() }
            let isMissing = missing.first == index
            if isMissing { missing.removeFirst() }
            if let before, !isMissing {
                ranges[index] = (values[index] - before).magnitude
            } else {
                unplotted.append(index)
            }
            if isMissing {
                before = nil
            } else if !isOmitted {
                before = values[index]
            }
        }
        values = ranges
        scores = ranges
    }

    private init(subgroups: [[Double]], missing: [Int], kind: ChartKind) throws(ChartError) {
        guard kind == .xbar || kind == .s else { throw .wrongContent(kind) }
        self.kind = kind
        var missing = missing[...]
        (values, unplotted) = ([], [])
        for (index, subgroup) in subgroups.enumerated() {
            let isMissing = missing.first == index
            if isMissing { missing.removeFirst() }
            let numbers = isMissing ? [] : subgroup
            try InputCheck.subgroup(numbers, at: index)
            let mean = Average.mean(numbers[...]) ?? 0
            let deviation = Self.deviation(of: numbers, about: mean)
            let isPlotted = numbers.count >= (kind == .s ? 2 : 1)
            if !isPlotted { unplotted.append(index) }
            totals.append(mean * Double(numbers.count))
            sizes.append(isPlotted ? Double(numbers.count) : 0)
            deviations.append(deviation)
            values.append(!isPlotted ? 0 : kind == .s ? deviation : mean)
        }
        scores = values
    }

    /// Whether a point has a plotted value.
    func isPlotted(_ index: Int) -> Bool { !unplotted.containsSorted(index) }

    /// The sample standard deviation; 0 for fewer than two numbers.
    private static func deviation(of numbers: [Double], about mean: Double) -> Double {
        guard numbers.count > 1 else { return 0 }
        let squares = numbers.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(numbers.count - 1)).squareRoot()
    }
}
