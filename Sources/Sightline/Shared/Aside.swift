import Dispatch
import Synchronization

/// Pure work that another core does meanwhile, for callers that may block.
package final class Aside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let result = Mutex<Value?>(nil)

    package init(_ work: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: group) { [self] in
            let value = work()
            result.withLock { $0 = value }
        }
    }

    /// What came of it; waits for it.
    package var value: Value {
        group.wait()
        guard let value = result.withLock({ $0 }) else {
            preconditionFailure("the group is left when there is a value")
        }
        return value
    }
}
