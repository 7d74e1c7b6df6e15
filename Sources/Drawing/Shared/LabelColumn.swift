/// Puts labels below one another, each as near to its place as the others allow.
enum LabelColumn {
    /// - Parameters:
    ///   - wanted: where the labels want to be, ascending.
    ///   - gap: the least distance between two of them.
    ///   - bounds: where they may be; too many of them leave it at the top.
    /// - Returns: one place a label, in the same order.
    static func places(for wanted: [Double], gap: Double, in bounds: ClosedRange<Double>) -> [Double] {
        var places = wanted
        // Labels that would overlap become a block around the middle of what its members want.
        var blocks: [(first: Int, count: Int, top: Double)] = []
        for index in wanted.indices {
            blocks.append((index, 1, wanted[index]))
            while blocks.count > 1 {
                let last = blocks[blocks.count - 1]
                let previous = blocks[blocks.count - 2]
                guard previous.top + Double(previous.count) * gap > last.top else { break }
                let count = previous.count + last.count
                let ideal = (previous.first..<previous.first + count).reduce(0) { sum, member in
                    sum + wanted[member] - Double(member - previous.first) * gap
                }
                blocks.removeLast(2)
                blocks.append((previous.first, count, ideal / Double(count)))
            }
        }
        for block in blocks {
            for offset in 0..<block.count {
                places[block.first + offset] = block.top + Double(offset) * gap
            }
        }
        var ceiling = bounds.lowerBound
        for index in places.indices {
            places[index] = max(places[index], ceiling)
            ceiling = places[index] + gap
        }
        var floor = bounds.upperBound
        for index in places.indices.reversed() {
            places[index] = min(places[index], floor)
            floor = places[index] - gap
        }
        return places
    }
}
