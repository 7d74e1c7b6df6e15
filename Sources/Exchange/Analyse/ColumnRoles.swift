import Statistics

/// What each column of a file is for.
struct ColumnRoles: Equatable, Sendable {
    enum Role: Equatable, Sendable {
        case unused
        /// One of the columns that name the series, in their order.
        case series(Int)
        case date
        /// The value, or the numerator.
        case first
        case denominator
    }

    /// One a column.
    let roles: [Role]
    let header: CSVHeader
    /// In the order in which they make the name.
    let series: [Int]
    let date: Int
    let first: Int
    let denominator: Int?

    /// - Throws: `noColumn`, `ambiguousColumn`, `halfRatio`, `noValues`, `unsuitedColumns` and `sharedColumn`.
    init(_ header: CSVHeader, _ request: AnalyseRequest) throws(AnalyseFailure) {
        let names = request.columns
        self.header = header
        if names.series.isEmpty {
            series = try header.column("series").map { [$0] } ?? []
        } else {
            var columns: [Int] = []
            for name in names.series { columns.append(try header.required(name)) }
            series = columns
        }
        date = try header.required(names.date ?? "date")

        let value = try header.column(names.value, usually: "value")
        let numerator = try header.column(names.numerator, usually: "numerator")
        let denominator = try header.column(names.denominator, usually: "denominator")
        let ratio = numerator.flatMap { numerator in denominator.map { (numerator, $0) } }
        let isAsked = names.numerator != nil || names.denominator != nil
        if ratio == nil, names.denominator != nil { throw .halfRatio(missing: "numerator", of: header.names) }
        // A c chart counts numerators alone.
        if ratio == nil, names.numerator != nil, request.chart != .c {
            throw .halfRatio(missing: "denominator", of: header.names)
        }
        (first, self.denominator) = try Self.content(
            value: value,
            ratio: ratio,
            count: numerator,
            prefersRatio: isAsked && names.value == nil,
            chart: request.chart,
            header: header
        )

        var uses = series.enumerated().map { (column: $1, role: Role.series($0)) } + [(date, .date)]
        uses.append((first, .first))
        if let denominator = self.denominator { uses.append((denominator, .denominator)) }
        let isRatio = self.denominator != nil
        var roles = [Role](repeating: .unused, count: header.names.count)
        for (column, role) in uses {
            guard roles[column] == .unused else {
                let words = [roles[column], role].map { isRatio ? $0.ratioWord : $0.word }
                throw .sharedColumn(header.names[column], roles: words)
            }
            roles[column] = role
        }
        self.roles = roles
    }

    /// The column of values, or those of numerators and denominators: what the chart is made of decides, and,
    /// where it can take either, what was asked for by name, and then the value.
    private static func content(
        value: Int?,
        ratio: (Int, Int)?,
        count: Int?,
        prefersRatio: Bool,
        chart: ChartKind?,
        header: CSVHeader
    ) throws(AnalyseFailure) -> (Int, Int?) {
        switch chart {
        case .p, .pPrime, .u, .uPrime, .np, .iPrime:
            if let ratio { return ratio }
            throw .unsuitedColumns(
                chart ?? .p,
                needs: "a numerator and a denominator; name the columns with --numerator and --denominator"
            )
        case .c:
            if let column = prefersRatio ? count ?? value : value ?? count { return (column, nil) }
        case .g, .t, .xbar, .s:
            if let value { return (value, nil) }
            guard ratio == nil else {
                throw .unsuitedColumns(chart ?? .t, needs: "a value; name the column with --value")
            }
        case .run, .individuals, .movingRange, nil:
            if let ratio, prefersRatio || value == nil { return ratio }
            if let value { return (value, nil) }
        }
        throw .noValues(header.names)
    }
}

extension ColumnRoles.Role {
    /// What a message calls it.
    fileprivate var word: String {
        switch self {
        case .unused: "no part"
        case .series: "the series"
        case .date: "the date"
        case .first: "the value"
        case .denominator: "the denominator"
        }
    }

    /// The same in a file of numerators and denominators.
    fileprivate var ratioWord: String { self == .first ? "the numerator" : word }
}

extension CSVHeader {
    /// The column that was asked for, which must exist, or the one with the usual name, where there is one.
    fileprivate func column(_ asked: String?, usually name: String) throws(AnalyseFailure) -> Int? {
        if let asked { try required(asked) } else { try column(name) }
    }

    fileprivate func required(_ name: String) throws(AnalyseFailure) -> Int {
        guard let column = try column(name) else { throw .noColumn(name, of: names) }
        return column
    }

    fileprivate func column(_ name: String) throws(AnalyseFailure) -> Int? {
        let columns = columns(named: name)
        guard columns.count <= 1 else { throw .ambiguousColumn(name) }
        return columns.first
    }
}
