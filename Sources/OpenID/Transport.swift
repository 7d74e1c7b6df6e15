/// How requests reach a provider.
package protocol Transport: Sendable {
    /// Sends a request and reads all of its answer, without following it elsewhere.
    ///
    /// - Throws: `ProviderError.unreachable` or `.tooLarge`.
    func send(_ request: ProviderRequest) async throws -> ProviderAnswer
}

/// A request to a provider.
package struct ProviderRequest: Equatable, Sendable {
    package var document: ProviderError.Document
    package var address: String
    package var headers: [String: String] = [:]
    /// The fields of a form to send; nil to ask for a document.
    package var form: String?

    package init(document: ProviderError.Document, address: String) {
        self.document = document
        self.address = address
    }

    /// The most that is read of an answer.
    package static let limitInBytes = 256 * 1_024
    /// How long all of it may take.
    package static let limitInSeconds: Int64 = 10
}

/// What a provider answered.
package struct ProviderAnswer: Equatable, Sendable {
    package var status: Int
    package var body: [UInt8]

    package init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}
