import RealModule

/// A process that nothing but chance moves, as one kind of chart sees it; or the same after a shift.
///
/// The choices here are what ``Chance`` means by a stable process. Measurements are Normal; C and U charts
/// count Poisson events, 20 a point; P and NP charts count successes in 100 trials of probability 0.2; G
/// charts count geometric cases, 20 between events on average; T charts take exponential times; subgroups
/// have five measurements. Counts are large enough for C and P charts to have limits on both sides.
struct StableProcess: Sendable {
    /// The kinds that are simulated; see ``Chance/simulated(_:)`` for the others.
    static let kinds: [ChartKind] = [.run, .individuals, .movingRange, .p, .c, .g, .t, .xbar, .s]
    /// The kinds whose mean is also made to shift.
    static let shiftingKinds: [ChartKind] = [.run, .individuals, .p, .c]

    private static let events = 20.0
    private static let trials = 100.0
    private static let probability = 0.2
    private static let subgroupSize = 5

    private let kind: ChartKind
    private let counts: CountSampler?
    private let mean: Double

    /// A process for a kind of chart.
    ///
    /// - Parameters:
    ///   - kind: one of ``kinds``, or of ``shiftingKinds`` for a shift.
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
        mean = shift
    }

    /// The numbers of so many points, ``width`` for each.
    func draw(points: Int, _ random: inout RandomNumbers) -> [Double] {
        (0..<points * width).map { _ in
            switch kind {
            case .g:
                (Double.log(random.uniform()) / Double.log(Self.events / (Self.events + 1))).rounded(.down)
            case .t: random.exponential()
            default: counts?.draw(&random) ?? (mean + random.normal())
            }
        }
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
