import Storage

extension ReviewStore {
    /// Forgets a review that is purged, with all that it was made of.
    static func forget(_ id: Review.ID, on connection: any SQLConnection) throws {
        let decisions = try connection.all("SELECT id FROM decision WHERE review_id = ?", [.id(id)]) {
            try $0.identifier(0, of: Decision.self)
        }
        for decision in decisions { try DecisionStore.forget(decision, on: connection) }
        try forgetMeanings("review_id = ?", .id(id), on: connection)
        for table in ["review_note", "review_line"] {
            try connection.execute("DELETE FROM \(table) WHERE review_id = ?", [.id(id)])
        }
        try connection.execute("DELETE FROM review WHERE id = ?", [.id(id)])
        try RevisionStore.forget(.review, id, on: connection)
    }

    /// Forgets the reviews of a unit that is purged, and their rhythm.
    static func forget(reviewsOf unit: Unit.ID, on connection: any SQLConnection) throws {
        let reviews = try connection.all("SELECT id FROM review WHERE unit_id = ?", [.id(unit)]) {
            try $0.identifier(0, of: Review.self)
        }
        for review in reviews {
            try connection.execute(
                "DELETE FROM bin WHERE kind = 'review' AND subject_id = ?",
                [.id(review)]
            )
            try forget(review, on: connection)
        }
        try connection.execute("DELETE FROM review_rhythm WHERE unit_id = ?", [.id(unit)])
    }

    /// Forgets what reviews said of a series that is purged, and what they decided about its signals.
    static func forget(whatIsAbout series: Series.ID, on connection: any SQLConnection) throws {
        let decisions = try connection.all("SELECT id FROM decision WHERE series_id = ?", [.id(series)]) {
            try $0.identifier(0, of: Decision.self)
        }
        for decision in decisions { try DecisionStore.forget(decision, on: connection) }
        try forgetMeanings("series_id = ?", .id(series), on: connection)
        try connection.execute("DELETE FROM review_line WHERE series_id = ?", [.id(series)])
    }

    private static func forgetMeanings(
        _ condition: String,
        _ argument: SQLValue,
        on connection: any SQLConnection
    ) throws {
        let meanings = try connection.all("SELECT id FROM review_meaning WHERE \(condition)", [argument]) {
            try $0.identifier(0, of: AgreedMeaning.self)
        }
        for meaning in meanings { try RevisionStore.forget(.meaning, meaning, on: connection) }
        try connection.execute("DELETE FROM review_meaning WHERE \(condition)", [argument])
    }
}

extension DecisionStore {
    /// Forgets a decision that is purged; the minutes that told of it keep what they said.
    static func forget(_ id: Decision.ID, on connection: any SQLConnection) throws {
        try connection.execute("DELETE FROM reminder WHERE decision_id = ?", [.id(id)])
        try connection.execute(
            "DELETE FROM bin WHERE kind = 'decision' AND subject_id = ?",
            [.id(id)]
        )
        try connection.execute("DELETE FROM decision WHERE id = ?", [.id(id)])
        try RevisionStore.forget(.decision, id, on: connection)
    }

    /// Whether the review of a decision, in the bin or not, is not in the bin.
    static func hasReview(_ id: Decision.ID, on connection: any SQLConnection) throws -> Bool {
        try connection.one(
            "SELECT 1 FROM decision d JOIN review r ON r.id = d.review_id WHERE d.id = ? AND r.bin_id IS NULL",
            [.id(id)]
        ) { _ in true } != nil
    }
}
