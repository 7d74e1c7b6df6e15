package import Storage

/// Reviews and decisions in the bin.
extension BinStore {
    /// Deletes a review with its notes, its meanings, its decisions and its minutes.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Review.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let review = try ReviewStore.find(id, on: connection) else { throw BinError.notFound }
        let item = BinItem(
            .review,
            subject: id.description,
            name: "\(ReviewSentences.name(of: review.kind)) of \(ReviewSentences.day(review.day))",
            unit: review.unit,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }

    /// Deletes a decision; what the ledger says of its signal stays.
    ///
    /// - Throws: ``BinError``.
    @discardableResult
    package static func delete(
        _ id: Decision.ID,
        reason: String,
        _ context: Context,
        on connection: any SQLConnection
    ) throws -> BinItem {
        guard let decision = try DecisionStore.find(id, on: connection) else { throw BinError.notFound }
        let item = BinItem(
            .decision,
            subject: id.description,
            // What is about a kept programme must not be told by the bin.
            name: decision.about.programme == nil ? decision.text : "Decision about a programme",
            unit: decision.unit,
            measure: decision.about.measure,
            reason: reason,
            context
        )
        return try put(item, context, on: connection)
    }
}
