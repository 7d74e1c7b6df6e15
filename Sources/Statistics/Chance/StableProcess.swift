import RealModule

/// A process that nothing but chance moves, as one kind of chart sees it; or the same after a shift of the mean of
/// the plotted points.
///
/// The choices here are what ``Chance`` means by a stable process. Measurements are Normal; C and U charts
/// count Poisson events, 20 a point; P and NP charts count successes in 100 trials of probability 0.2; G
/// charts count geometric cases, 20 between events on average; T charts take exponential times; subgroups
/// have five measurements. Counts are large enough for C and P charts to have limits on both sides. On MR and S
/// charts a shift is a wider spread of the measurements, on G and T charts a longer gap.
struct StableProcess: Sendable {
    /// The kinds that are simulated; see ``Chance/simulated(_:)`` for the others.
    static let kinds: [ChartKind] = [.run, .individuals, .movingRange, .p, .c, .g, .t, .xbar, .s]

    private static let events = 20.0
    private static let trials = 100.0
    private static let probability = 0.2
    private static let subgroupSize = 5

    private let kind: ChartKind
    private let counts: CountSampler?
    /// What a G chart's mean, a T chart's mean or an MR or S chart's spread is multiplied by.
    private let factor: Double
    /// What is added to a measurement.
    private let offset: Double

    /// A process for a kind of chart.
    ///
    /// - Parameters:
    ///   - kind: one of ``kinds``.
    ///   - shift: by how many standard deviations of a plotted point the mean lies above the stable one.
    init(_ kind: ChartKind, shift: Double = 0) {
        self.kind = kind
        switch kind {
        case .c:
            counts = CountSampler(.poisson(mean: Self.events + shift * Self.events.squareRoot()))
        case .p:
            let deviation = (Self.probability * (1 - Self.probability) / Self.trials).squareRoot()
            let probability = Self.probability + shift * deviation
            counts = CountSampler(.binomial(trials: Self.trials, probability: probability))
        default:
            counts = nil
        }
        factor = 1 + shift * (Self.relativeDeviation(kind) ?? 0)
        offset =
            switch kind {
            case .xbar: shift / Double(Self.subgroupSize).squareRoot()
            case .run, .individuals: shift
            default: 0
            }
    }

    /// The standard deviation of the plotted points over their mean, on kinds where nothing else sets the mean; nil
    /// for others.
    ///
    /// MR: √(2 − 4/π) over 2/√π; S: √(1 − c4²) over c4. Source: NIST/SEMATECH e-Handbook, 6.3.2.
    static func relativeDeviation(_ kind: ChartKind) -> Double? {
        switch kind {
        case .movingRange: (2 - 4 / Double.pi).squareRoot() / (2 / Double.pi.squareRoot())
        case .s: SubgroupConstant.sigmaOfDeviation(Double(subgroupSize))
        case .g: ((events + 1) / events).squareRoot()
        case .t: 1
        default: nil
        }
    }

    /// The numbers of so many points, ``width`` for each.
    func draw(points: Int, _ random: inout RandomNumbers) -> [Double] {
        (0..<points * width).map { _ in
            switch kind {
            case .g: Self.geometric(mean: factor * Self.events, &random)
            case .t: factor * random.exponential()
            default: counts?.draw(&random) ?? (offset + factor * random.normal())
            }
        }
    }

    private static func geometric(mean: Double, _ random: inout RandomNumbers) -> Double {
        (Double.log(random.uniform()) / Double.log(mean / (mean + 1))).rounded(.down)
    }

    /// The numbers that make up a point.
    var width: Int { kind == .xbar || kind == .s ? Self.subgroupSize : 1 }

    /// A series of the first points of drawn numbers.
    func series(_ numbers: [Double], points: Int) -> ChartInput {
        let kept = numbers.prefix(points * width)
        switch kind {
        case .p:
            let denominators = [Double](repeating: Self.trials, count: points)
            return ChartInput(.ratios(numerators: Array(kept), denominators: denominators))
        case .xbar, .s:
            return ChartInput(
                .subgroups((0..<points).map { Array(kept[$0 * width..<($0 + 1) * width]) })
            )
        default:
            return ChartInput(.values(Array(kept)))
        }
    }
}
