import Storage

extension Report {
    /// A piece of a page.
    package struct Block: Equatable, Sendable {
        /// Its own within the page, whatever its place.
        package let number: Int
        package let kind: Kind
        /// The words of a heading or a text; what a chart, a drawing or a story is of.
        package internal(set) var value: String

        package enum Kind: String, CaseIterable, Sendable {
            case heading, words
            /// Of a series.
            case chart
            /// Of the theory of a programme.
            case drawing
            case story

            /// Whether it holds words, and no name of a thing.
            package var isText: Bool { self == .heading || self == .words }
        }

        package init(number: Int, kind: Kind, value: String) {
            self.number = number
            self.kind = kind
            self.value = value
        }

        /// What forms and revisions call it: `chart-3`.
        package var field: String { "\(kind.rawValue)-\(number)" }
    }
}

extension Report.Block {
    /// The block of a field; nil for another field.
    init?(_ field: Revision.Field) {
        let parts = field.name.split(separator: "-")
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let number = Int(parts[1]) else {
            return nil
        }
        self.init(number: number, kind: kind, value: field.value)
    }

    /// The series that a chart is of.
    package var series: Series.ID? { kind == .chart ? Series.ID(value) : nil }

    /// The story that it shows.
    package var story: Story.ID? { kind == .story ? Story.ID(value) : nil }

    /// The programme whose theory it draws, and how.
    package var drawing: (programme: Programme.ID, drawing: TheoryDrawing)? {
        let parts = value.split(separator: " ")
        guard kind == .drawing, parts.count == 2, let id = Programme.ID(String(parts[0])),
            let drawing = TheoryDrawing(rawValue: String(parts[1]))
        else { return nil }
        return (id, drawing)
    }

    /// What a drawing's value says.
    package static func value(of programme: Programme.ID, _ drawing: TheoryDrawing) -> String {
        "\(programme) \(drawing.rawValue)"
    }

    var problem: ReportProblem? {
        switch kind {
        case .heading: .line(value, field)
        case .words: .text(value, field)
        case .chart: series == nil ? ReportProblem(field, .missing) : nil
        case .drawing: drawing == nil ? ReportProblem(field, .missing) : nil
        case .story: story == nil ? ReportProblem(field, .missing) : nil
        }
    }
}
