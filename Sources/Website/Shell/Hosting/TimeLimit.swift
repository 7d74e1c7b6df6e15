/// Runs `body` and cancels it when it takes too long.
///
/// - Throws: `Failure.timedOut`, or what `body` throws.
func withTimeLimit<Value: Sendable>(
    _ limit: Duration,
    _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: body)
        group.addTask {
            try await Task.sleep(for: limit)
            throw Failure.timedOut
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw Failure.timedOut }
        return first
    }
}
