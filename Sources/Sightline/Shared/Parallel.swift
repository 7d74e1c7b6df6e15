import Dispatch
import Synchronization

/// Pure work over many values, on all cores, for callers that may block.
enum Parallel {
    /// The transformed values in the order of the input; the error of the earliest value that fails.
    static func map<Value: Sendable, Transformed: Sendable>(
        _ values: [Value],
        _ transform: @Sendable (Value) throws -> Transformed
    ) throws -> [Transformed] {
        let size = 64
        let chunks = (values.count + size - 1) / size
        guard chunks > 1 else { return try values.map(transform) }
        let results = Mutex([Result<[Transformed], any Error>?](repeating: nil, count: chunks))
        DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
            let range = chunk * size..<min((chunk + 1) * size, values.count)
            let result = Result { try values[range].map(transform) }
            results.withLock { $0[chunk] = result }
        }
        var all: [Transformed] = []
        all.reserveCapacity(values.count)
        for result in results.withLock({ $0 }) { all += try result?.get() ?? [] }
        return all
    }
}
