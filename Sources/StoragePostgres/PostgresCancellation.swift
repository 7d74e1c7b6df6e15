import Dispatch
import Synchronization

/// Whether a task was cancelled, and the session that it is using, whose statement then has to stop.
final class PostgresCancellation: Sendable {
    private struct State {
        var isCancelled = false
        var session: PostgresSession?
    }

    private let state = Mutex(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    func check() throws {
        if isCancelled { throw CancellationError() }
    }

    func attach(_ session: PostgresSession) throws {
        state.withLock { $0.session = session }
        try check()
    }

    /// Waits for a request to stop that is under way, lest it hit the session's next transaction.
    func detach() {
        state.withLock { $0.session = nil }
    }

    func cancel() {
        state.withLock { $0.isCancelled = true }
        stop()
    }

    /// Asks the server to stop, and again until the session is free: a request that comes just before a
    /// statement is lost.
    private func stop() {
        // The request blocks, which whoever cancels must not.
        DispatchQueue.global().async {
            let isDone = self.state.withLock { state in
                state.session?.cancelStatement()
                return state.session == nil
            }
            if !isDone {
                DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50), execute: self.stop)
            }
        }
    }
}
