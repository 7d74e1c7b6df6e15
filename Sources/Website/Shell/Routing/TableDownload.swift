import Exchange
import Markup
import Sightline
import Storage

/// A table to be taken away as a file of any form.
struct TableDownload {
    private let table: any DataTable
    /// What the file is called, without its end.
    private let name: String

    init(_ table: some DataTable, named name: String) {
        self.table = table
        self.name = name
    }

    fileprivate func answer(as format: TableFormat, made instant: Timestamp) throws -> Answer {
        let bytes = try format.bytes(of: table, made: instant)
        return .file(
            Answer.File(bytes, mediaType: format.mediaType, name: "\(name).\(format.rawValue)")
        )
    }
}

extension Routes {
    /// The routes of a table, one a form: who may have one may have each, and each is on record alike.
    func table<First: PathParameter>(
        at make: @escaping @Sendable (First, TableFormat) -> Address,
        _ download: @escaping @Sendable (First, Visit, any SQLConnection) throws -> TableDownload
    ) {
        for format in TableFormat.allCases {
            at { make($0, format) }.get { parameter, visit, connection in
                try download(parameter, visit, connection).answer(as: format, made: visit.now)
            }
        }
    }

    /// The same of addresses with two parameters.
    func table<First: PathParameter, Second: PathParameter>(
        at make: @escaping @Sendable (First, Second, TableFormat) -> Address,
        _ download: @escaping @Sendable ((First, Second), Visit, any SQLConnection) throws -> TableDownload
    ) {
        for format in TableFormat.allCases {
            at { make($0, $1, format) }.get { parameter, visit, connection in
                try download(parameter, visit, connection).answer(as: format, made: visit.now)
            }
        }
    }
}

extension TableFormat {
    /// The end of a table's address: `data.csv`.
    func segment(_ name: String) -> Address.Segment { Address.Segment(stringLiteral: "\(name).\(rawValue)") }

    /// A link to a table in every form.
    ///
    /// - Parameters:
    ///   - words: what the table is: "data".
    ///   - path: where its file of a form is.
    static func links(_ words: String, _ path: (TableFormat) -> String) -> HTML {
        let links = allCases.map { "<a href=\"\(path($0))\" download>\(words) (\($0.title))</a> " as HTML }
        return "\(links)"
    }
}

extension WorkbookError: FailureConvertible {
    package var failure: Failure { isAboutData ? .badRequest(description) : .unexpected }
}
