import Statistics

/// The dates of a series as they stand in a row, each between two commas; kept for the next series, which
/// mostly has the same ones.
struct DayTexts {
    private var days: [Day] = []
    private var bytes: [UInt8] = []
    private static let width = 12

    mutating func set(_ days: [Day]) {
        guard days != self.days else { return }
        self.days = days
        bytes.removeAll(keepingCapacity: true)
        for day in days {
            bytes.append(comma)
            day.append(to: &bytes)
            bytes.append(comma)
        }
    }

    /// Appends `,2024-03-04,` for the day at an index.
    @inline(__always)
    func append(_ index: Int, to other: inout [UInt8]) {
        // A slice of the array itself would be counted as one more owner of it, at every point.
        bytes.withUnsafeBufferPointer {
            other.append(contentsOf: $0[index * Self.width..<(index + 1) * Self.width])
        }
    }
}
