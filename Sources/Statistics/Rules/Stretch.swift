/// Points as run rules see them: plotted, not excluded, one after the other without holes.
///
/// Its slots count those points from 0. It borrows memory and lives only inside the closure that lent it.
struct Stretch {
    /// Where each point lies (see ``Thresholds/zone(of:)``).
    var zones: UnsafeBufferPointer<Int8>
    /// Which way each point lies from the one before: 1 up, −1 down, 0 level.
    ///
    /// That of slot 0 means nothing.
    var steps: UnsafeBufferPointer<Int8>
    /// The index in the series of each slot; nil where they follow each other from ``start``.
    var positions: UnsafeBufferPointer<Int>?
    /// The index in the series of slot 0, where ``positions`` is nil.
    var start: Int

    var count: Int { zones.count }

    /// The index in the series of a slot.
    @inline(__always)
    func index(_ slot: Int) -> Int { positions.map { $0[slot] } ?? start + slot }

    /// Marks neighbouring slots.
    func mark(_ slots: ClosedRange<Int>, _ rule: Rule, in record: Record) {
        let mark = rule.mark
        guard positions == nil else {
            for slot in slots { record.marks[index(slot)].formUnion(mark) }
            return
        }
        for index in start + slots.lowerBound...start + slots.upperBound {
            record.marks[index].formUnion(mark)
        }
    }

    /// A part of it, as a stretch of its own.
    subscript(slots: Range<Int>) -> Stretch {
        Stretch(
            zones: UnsafeBufferPointer(rebasing: zones[slots]),
            steps: UnsafeBufferPointer(rebasing: steps[slots]),
            positions: positions.map { UnsafeBufferPointer(rebasing: $0[slots]) },
            start: start + slots.lowerBound
        )
    }

    /// Writes the steps between values, four at a time (see ``Thresholds/fill(_:from:)`` for why).
    static func fill(_ steps: UnsafeMutableBufferPointer<Int8>, from values: UnsafeBufferPointer<Double>) {
        guard !values.isEmpty else { return }
        steps[0] = 0
        var slot = 1
        while slot + 4 <= values.count {
            let before = SIMD4(values[slot - 1], values[slot], values[slot + 1], values[slot + 2])
            let value = SIMD4(values[slot], values[slot + 1], values[slot + 2], values[slot + 3])
            var step = SIMD4<Int64>.zero
            step.replace(with: 1, where: value .> before)
            step.replace(with: -1, where: value .< before)
            for offset in 0..<4 { steps[slot + offset] = Int8(truncatingIfNeeded: step[offset]) }
            slot += 4
        }
        while slot < values.count {
            let (before, value) = (values[slot - 1], values[slot])
            steps[slot] = (value > before ? 1 : 0) - (value < before ? 1 : 0)
            slot += 1
        }
    }

    /// The side of the newest point that is off the centre line.
    var newestSide: Side? { zones.last { $0 != 0 }.map { $0 > 0 ? .above : .below } }
}
