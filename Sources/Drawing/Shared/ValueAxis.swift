import Markup

/// An axis of values: what it covers, and the marks on it.
struct ValueAxis {
    /// The lowest and the highest value that have room.
    private(set) var range: ClosedRange<Double>
    /// A tick every so much: 1, 2 or 5 times a power of ten.
    private let step: Double

    /// An axis that shows all of a range, with a margin.
    ///
    /// It starts at zero where nothing is below and the lowest value is nearer to zero than to the highest:
    /// there the distance to zero means something and costs little. A top of exactly 100 per cent stays the
    /// top.
    ///
    /// - Parameters:
    ///   - extent: the lowest and the highest value drawn; nil where there are none.
    ///   - ticks: about how many ticks there is room for.
    ///   - cap: a value that can't be exceeded, such as 100 per cent.
    init(showing extent: ClosedRange<Double>?, ticks: Int, cap: Double? = nil) {
        // Sums and differences of what is drawn must stay finite.
        let low = min(max(extent?.lowerBound ?? 0, -1e300), 1e300)
        let high = min(max(extent?.upperBound ?? 1, -1e300), 1e300)
        let size = max(low.magnitude, high.magnitude)
        let isFlat = high - low <= size * 1e-9
        let span = isFlat ? (size == 0 ? 1 : size * 0.2) : high - low
        let margin = isFlat ? span / 2 : span * 0.07
        let startsAtZero = low >= 0 && low <= 0.45 * high || low == 0
        let endsAtZero = high <= 0 && high >= 0.45 * low && low < 0
        let bottom = startsAtZero ? 0 : low - margin
        var top = endsAtZero ? 0 : high + margin
        if let cap, high <= cap { top = min(top, cap) }
        range = bottom...(top > bottom ? top : bottom + span)
        step = Self.step(atLeast: (range.upperBound - range.lowerBound) / Double(max(ticks, 1)))
    }

    /// The ticks, ascending: those multiples of the step that the range holds.
    var ticks: [Double] {
        let first = (range.lowerBound / step).rounded(.up)
        let last = (range.upperBound / step).rounded(.down)
        guard last >= first, last - first < 100 else { return [] }
        return (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    var span: Double { range.upperBound - range.lowerBound }

    /// The text of a tick: all ticks of an axis have the same decimals, and millions are shortened.
    func label(of tick: Double, format: ValueFormat) -> String {
        var format = format
        var shown = tick
        var step = step
        let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
        let (unit, name): (Double, String) =
            switch size {
            case 1e15...: (1, "")
            case 1e9...: (1e9, "bn")
            case 1e6...: (1e6, "m")
            default: (1, "")
            }
        shown /= unit
        step /= unit
        format.suffix = (tick == 0 ? "" : name) + format.suffix
        var decimals = 0
        while step < 0.999, decimals < 9 {
            step *= 10
            decimals += 1
        }
        return format.text(shown, decimals: decimals)
    }

    private static func step(atLeast least: Double) -> Double {
        var power = 1.0
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        return [1, 2, 5].map { $0 * power }.first { $0 >= least } ?? power * 10
    }
}
