import Hummingbird

/// An answer and the visit that it answers.
struct FramedAnswer: Sendable {
    let answer: Answer
    let visit: Visit

    init(_ answer: Answer, to visit: Visit) {
        self.answer = answer
        self.visit = visit
    }

    /// Runs `body`, and keeps the frame with an error of it.
    init(to visit: Visit, _ body: () async throws -> Answer) async throws {
        do { answer = try await body() } catch { throw FramedError(underlying: error, frame: visit.frame) }
        self.visit = visit
    }

    var response: Response { answer.response(in: visit.frame) }
}
