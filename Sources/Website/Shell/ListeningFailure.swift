/// The server can't listen where it was told to.
package struct ListeningFailure: Error, Equatable, Sendable {
    package var host: String
    package var port: Int
    package var reason: String
    /// The options that say where.
    package var options = "--host and --port"
}

extension ListeningFailure: CustomStringConvertible {
    package var description: String {
        "cannot listen on \(host), port \(port): \(reason); choose others with \(options)"
    }
}
