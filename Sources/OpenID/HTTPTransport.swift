import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Requests by HTTP, each on a connection of its own: people sign in seldom enough.
package struct HTTPTransport: Transport {
    private let seconds: Int64

    package init(limitInSeconds: Int64 = ProviderRequest.limitInSeconds) { seconds = limitInSeconds }

    package func send(_ request: ProviderRequest) async throws -> ProviderAnswer {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(seconds), read: .seconds(seconds))
        )
        // What comes must be what is measured.
        configuration.decompression = .disabled
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let result: Result<ProviderAnswer, any Error>
        do {
            result = .success(try await answer(to: request, by: client))
        } catch let error as ProviderError {
            result = .failure(error)
        } catch {
            result = .failure(ProviderError.unreachable(request.document))
        }
        try? await client.shutdown()
        return try result.get()
    }

    private func answer(to request: ProviderRequest, by client: HTTPClient) async throws -> ProviderAnswer {
        var outgoing = HTTPClientRequest(url: request.address)
        outgoing.headers.add(name: "Accept", value: "application/json")
        for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
        if let form = request.form {
            outgoing.method = .POST
            outgoing.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            outgoing.body = .bytes(ByteBuffer(string: form))
        }
        let (prepared, limit) = (outgoing, seconds)
        return try await withThrowingTaskGroup(of: ProviderAnswer.self) { group in
            group.addTask {
                let answer = try await client.execute(prepared, timeout: .seconds(limit))
                return ProviderAnswer(
                    status: Int(answer.status.code),
                    body: try await Self.body(of: answer, request.document)
                )
            }
            group.addTask {
                // The client's own limit ends with the head of an answer.
                try await Task.sleep(for: .seconds(limit))
                throw ProviderError.unreachable(request.document)
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else {
                throw ProviderError.unreachable(request.document)
            }
            return first
        }
    }

    private static func body(
        of answer: HTTPClientResponse,
        _ document: ProviderError.Document
    ) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await piece in answer.body {
            guard bytes.count + piece.readableBytes <= ProviderRequest.limitInBytes else {
                throw ProviderError.tooLarge(document, limitInBytes: ProviderRequest.limitInBytes)
            }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return bytes
    }
}
