/// How much of anything a request may bring, and how long it may take.
package enum Limits {
    /// The body of an ordinary form.
    package static let formBytes = 64_000
    /// The fields of a form.
    package static let formFields = 500
    /// What is kept of a form that could not be taken.
    static let draftBytes = 256_000
    /// A file to import.
    package static let uploadBytes = 50_000_000
    static let formTime = Duration.seconds(20)
    static let uploadTime = Duration.seconds(300)
    /// A connection that is silent so long is closed.
    static let idleSeconds: Int64 = 60
    static let headerBytes = 16_384
    static let headerFields = 100
    static let connections = 1_024
}
