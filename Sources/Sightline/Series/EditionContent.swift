import Storage

/// What the database keeps of an edition's observations: all of them, or the first ones of an older edition
/// and the rest.
///
/// The older one is always kept whole, so that any edition is read from two rows at most.
struct EditionContent: Sendable {
    var number: Int
    /// The edition that the first observations are kept in; nil where all are kept here.
    var base: Int?
    /// How many they are.
    var kept: Int
    var observations: Observations

    /// A series that has no edition yet.
    static let none = EditionContent(number: 0, base: nil, kept: 0, observations: Observations())

    init(number: Int, base: Int?, kept: Int, observations: Observations) {
        self.number = number
        self.base = base
        self.kept = kept
        self.observations = observations
    }

    /// From five columns: number, base, kept, content, the base's content.
    init(from row: any SQLRow, at column: Int) throws {
        number = try row.int(column)
        base = try row.optionalInt(column + 1)
        kept = try row.int(column + 2)
        var start = Observations()
        if base != nil {
            start = try ObservationCodec.decode(try row.blob(column + 4))
            guard (0...start.count).contains(kept) else { throw CodecError.malformed }
            start = start.prefix(kept)
        }
        observations = try ObservationCodec.decode(try row.blob(column + 3), onto: start)
    }

    /// The same; nil where the bytes are no observations, or those that they build on are gone.
    ///
    /// Inside a query an error would end the transaction, and what is to be said of it takes another query.
    static func ifReadable(_ row: any SQLRow, at column: Int) throws -> EditionContent? {
        if !row.isNull(column + 1), row.isNull(column + 4) { return nil }
        do {
            return try EditionContent(from: row, at: column)
        } catch is CodecError {
            return nil
        }
    }

    /// How the next edition is best kept, with its bytes: as a rest when half or more of it is already there.
    func successor(
        _ observations: Observations,
        encoded: [UInt8]
    ) -> (content: EditionContent, bytes: [UInt8]) {
        let shared = self.observations.commonPrefix(with: observations)
        let whole = base ?? number
        let kept = base == nil ? shared : min(shared, self.kept)
        let next = number + 1
        guard kept >= Self.leastKept, kept * 2 >= observations.count else {
            return (EditionContent(number: next, base: nil, kept: 0, observations: observations), encoded)
        }
        return (
            EditionContent(number: next, base: whole, kept: kept, observations: observations),
            ObservationCodec.encode(observations, from: kept)
        )
    }

    /// Fewer than this aren't worth a second row to read.
    private static let leastKept = 24
}
