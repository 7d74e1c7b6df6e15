package import Markup

/// A theory as a driver diagram: the aim on the left, what brings it about in columns to the right of it.
///
/// Boxes keep their places when another is added below them: each has a slot of its column, from the top. An arrow's
/// state is a word on it, and the line's kind says the same again; colour says nothing.
package struct TheoryPicture: Sendable {
    /// A column of boxes under its name.
    package struct Column: Sendable {
        package var name: String
        package var boxes: [Box]

        package init(name: String, boxes: [Box]) {
            self.name = name
            self.boxes = boxes
        }
    }

    package struct Box: Sendable {
        /// What arrows know it by.
        package var id: String
        package var text: String
        /// A short line below the text, such as a measure.
        package var note: String

        package init(id: String, text: String, note: String = "") {
            self.id = id
            self.text = text
            self.note = note
        }
    }

    /// How sure an arrow is: how its line is drawn.
    package enum Stroke: Sendable {
        case untested, mixed, supported, refuted
    }

    package struct Arrow: Sendable {
        package var from: String
        package var to: String
        package var word: String
        package var stroke: Stroke

        package init(from: String, to: String, word: String, stroke: Stroke) {
            self.from = from
            self.to = to
            self.word = word
            self.stroke = stroke
        }
    }

    package var title: String
    /// The text alternative.
    package var summary: String
    package var columns: [Column]
    package var arrows: [Arrow]
    /// Makes ids unique on a page with several pictures.
    package var idPrefix: String

    package init(title: String, summary: String, columns: [Column], arrows: [Arrow], idPrefix: String) {
        self.title = title
        self.summary = summary
        self.columns = columns
        self.arrows = arrows
        self.idPrefix = idPrefix
    }

    private static let boxWidth = 190.0
    private static let gap = 96.0
    private static let boxHeight = 84.0
    private static let pitch = 104.0
    private static let top = 28.0
    private static let fontSize = 13.0

    /// The picture.
    package func svg() -> SVG {
        let rows = columns.map(\.boxes.count).max() ?? 0
        let count = Double(max(columns.count, 1))
        var body = SVG()
        for arrow in arrows { paint(arrow, in: &body) }
        for (index, column) in columns.enumerated() {
            body.appendText(column.name, x: Self.left(index), y: 14, size: Self.fontSize, isMuted: true)
            for (row, box) in column.boxes.enumerated() { paint(box, column: index, row: row, in: &body) }
        }
        return Picture.document(
            width: count * Self.boxWidth + (count - 1) * Self.gap + 2,
            height: Self.top + Double(max(rows, 1)) * Self.pitch,
            title: title,
            summary: summary,
            idPrefix: idPrefix,
            cssClass: "theory",
            body: body
        )
    }

    private static func left(_ column: Int) -> Double { 1 + Double(column) * (boxWidth + gap) }

    /// The column and the row of a box.
    private func place(of id: String) -> (column: Int, row: Int)? {
        for (index, column) in columns.enumerated() {
            if let row = column.boxes.firstIndex(where: { $0.id == id }) { return (index, row) }
        }
        return nil
    }

    private func paint(_ box: Box, column: Int, row: Int, in svg: inout SVG) {
        let (x, y) = (Self.left(column), Self.top + Double(row) * Self.pitch)
        svg += """
            <rect x='\(x)' y='\(y)' width='\(Self.boxWidth)' height='\(Self.boxHeight)' rx='4' \
            fill='\(Palette.band)' stroke='\(Palette.line)'/>
            """
        let width = Self.boxWidth - 16
        let lines = TextWidth.lines(
            of: box.text,
            in: width,
            size: Self.fontSize,
            atMost: box.note.isEmpty ? 4 : 3
        )
        for (index, line) in lines.enumerated() {
            svg.appendText(line, x: x + 8, y: y + 19 + Double(index) * 17, size: Self.fontSize)
        }
        guard !box.note.isEmpty else { return }
        let note = TextWidth.fitting(box.note, in: width, size: 11)
        svg.appendText(note, x: x + 8, y: y + Self.boxHeight - 9, size: 11, isMuted: true)
    }

    private func paint(_ arrow: Arrow, in svg: inout SVG) {
        guard let from = place(of: arrow.from), let to = place(of: arrow.to) else { return }
        let siblings = arrows.filter { $0.from == arrow.from }
        let index = siblings.firstIndex { $0.to == arrow.to } ?? 0
        // Arrows that leave one box leave it one below the other, so that each can carry its word.
        let share = Double(index + 1) / Double(siblings.count + 1)
        let startX = Self.left(from.column)
        let startY = Self.top + Double(from.row) * Self.pitch + Self.boxHeight * share
        let endX = Self.left(to.column) + Self.boxWidth
        let endY = Self.top + Double(to.row) * Self.pitch + Self.boxHeight / 2
        let dash: SVG =
            switch arrow.stroke {
            case .untested: " stroke-dasharray='2 4'"
            case .mixed: " stroke-dasharray='8 4'"
            case .refuted: " stroke-dasharray='8 3 2 3'"
            case .supported: ""
            }
        let width = arrow.stroke == .supported ? 2.5 : 1.5
        let course = course(from: (startX, startY), from, to: (endX + 7, endY), to)
        svg += """
            <path d='\(course)' fill='none' stroke='\(Palette.line)' stroke-width='\(width)'\(dash)/>\
            <path d='M\(endX + 1) \(endY)l8 -4v8z' fill='\(Palette.line)'/>
            """
        let word = TextWidth.of(arrow.word, size: 11)
        svg += """
            <rect class='paper' x='\(startX - word - 10)' y='\(startY - 8)' width='\(word + 6)' height='16' \
            fill='\(Palette.paper)'/>
            """
        svg.appendText(arrow.word, x: startX - 7, y: startY + 4, size: 11, anchor: .end)
    }

    /// The line of an arrow; over columns that it skips it runs between their rows, so that it never seems to start or
    /// to end at a box that it only passes.
    private func course(
        from start: (x: Double, y: Double),
        _ from: (column: Int, row: Int),
        to end: (x: Double, y: Double),
        _ to: (column: Int, row: Int)
    ) -> SVG {
        guard from.column - to.column > 1 else {
            let middle = (start.x + end.x) / 2
            return "M\(start.x) \(start.y)C\(middle) \(start.y) \(middle) \(end.y) \(end.x) \(end.y)"
        }
        let y = Self.top + Double(from.row) * Self.pitch + (Self.boxHeight + Self.pitch) / 2
        let right = Self.left(from.column - 1) + Self.boxWidth
        let left = Self.left(to.column + 1)
        let (first, second) = ((start.x + right) / 2, (left + end.x) / 2)
        return """
            M\(start.x) \(start.y)C\(first) \(start.y) \(first) \(y) \(right) \(y)H\(left)\
            C\(second) \(y) \(second) \(end.y) \(end.x) \(end.y)
            """
    }
}
