package import Markup

/// A theory as boxes in columns or rows with arrows between them: a driver diagram, a logic model, a theory of change.
///
/// Boxes keep their places when another is added after them: each has a slot of its layer, from the start. An arrow's
/// state is a word on it, and the line's kind says the same again; colour says nothing.
package struct TheoryPicture: Sendable {
    /// A column or a row of boxes under its name.
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

    /// How its layers lie.
    package enum Arrangement: Sendable {
        /// Side by side, from the left.
        case columns
        /// One below the other, from the top.
        case rows
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
        /// What has to hold besides: a number on the arrow, and the words below the picture.
        package var assumptions: String

        package init(from: String, to: String, word: String, stroke: Stroke, assumptions: String = "") {
            self.from = from
            self.to = to
            self.word = word
            self.stroke = stroke
            self.assumptions = assumptions
        }
    }

    package var title: String
    /// The text alternative.
    package var summary: String
    package var columns: [Column]
    package var arrows: [Arrow]
    package var arrangement: Arrangement
    /// Whether its title stands above it: for a file, which has no page around it.
    package var showsTitle: Bool
    /// Makes ids unique on a page with several pictures.
    package var idPrefix: String

    package init(
        title: String,
        summary: String,
        columns: [Column],
        arrows: [Arrow],
        arrangement: Arrangement = .columns,
        showsTitle: Bool = false,
        idPrefix: String
    ) {
        self.title = title
        self.summary = summary
        self.columns = columns
        self.arrows = arrows
        self.arrangement = arrangement
        self.showsTitle = showsTitle
        self.idPrefix = idPrefix
    }

    private static let fontSize = 13.0
    private static let keyLine = 17.0
    private static let heading = 26.0

    /// The picture.
    package func svg() -> SVG {
        let layout = TheoryLayout(columns.map { $0.boxes.map(\.id) }, arrangement)
        let drawn = arrows.filter { layout.place(of: $0.from) != nil && layout.place(of: $0.to) != nil }
        let last = columns.count - 1
        let bendsBack = drawn.contains { arrow in
            layout.place(of: arrow.from)?.layer == last && layout.place(of: arrow.to)?.layer == last
        }
        var (width, height) = layout.size(bendsBack: bendsBack)
        let numbers = numbers(of: drawn)
        var body = SVG()
        for (index, arrow) in drawn.enumerated() {
            paint(arrow, numbers[index], among: drawn, in: layout, &body)
        }
        for (index, column) in columns.enumerated() {
            paint(column.name, of: index, in: layout, &body)
            for (row, box) in column.boxes.enumerated() {
                paint(box, at: layout.corner(of: .init(layer: index, slot: row)), in: &body)
            }
        }
        let key = key(of: drawn, numbers, width: width)
        for line in key {
            height += Self.keyLine
            body.appendText(line, x: 1, y: height - 5, size: 12)
        }
        if !key.isEmpty { height += 6 }
        if showsTitle {
            let all = body
            body = SVG()
            body.appendText(title, x: 1, y: 16, size: 15, isBold: true)
            body += "<g transform='translate(0 \(Self.heading))'>\(all)</g>"
            height += Self.heading
            width = max(width, TextWidth.of(title, size: 15, isBold: true) + 4)
        }
        return Picture.document(
            width: width,
            height: height,
            title: title,
            summary: summary,
            idPrefix: idPrefix,
            cssClass: "theory",
            body: body
        )
    }

    // MARK: Assumptions

    /// The number of each arrow that assumes something.
    private func numbers(of arrows: [Arrow]) -> [Int?] {
        var number = 0
        return arrows.map { arrow in
            guard !arrow.assumptions.isEmpty else { return nil }
            number += 1
            return number
        }
    }

    private func key(of arrows: [Arrow], _ numbers: [Int?], width: Double) -> [String] {
        zip(arrows, numbers).flatMap { arrow, number -> [String] in
            guard let number else { return [] }
            let words = arrow.assumptions.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return TextWidth.lines(
                of: "A\(number) assumes: \(words)",
                in: max(width - 8, 180),
                size: 12,
                atMost: 6
            )
        }
    }

    // MARK: Pieces

    private func paint(_ name: String, of layer: Int, in layout: TheoryLayout, _ svg: inout SVG) {
        let place = layout.name(of: layer)
        let lines = TextWidth.lines(of: name, in: layout.nameWidth, size: Self.fontSize, atMost: 3)
        for (index, line) in lines.prefix(arrangement == .columns ? 1 : 3).enumerated() {
            svg.appendText(
                line,
                x: place.x,
                y: place.y + Double(index) * 17,
                size: Self.fontSize,
                isMuted: true
            )
        }
    }

    private func paint(_ box: Box, at corner: TheoryLayout.Point, in svg: inout SVG) {
        let (x, y) = (corner.x, corner.y)
        svg += "<g data-node='\(box.id)'>"
        svg += """
            <rect x='\(x)' y='\(y)' width='\(TheoryLayout.boxWidth)' height='\(TheoryLayout.boxHeight)' rx='4' \
            class='band axis' fill='\(Palette.band)' stroke='\(Palette.line)'/>
            """
        let width = TheoryLayout.boxWidth - 16
        let lines = TextWidth.lines(
            of: box.text,
            in: width,
            size: Self.fontSize,
            atMost: box.note.isEmpty ? 4 : 3
        )
        for (index, line) in lines.enumerated() {
            svg.appendText(line, x: x + 8, y: y + 19 + Double(index) * 17, size: Self.fontSize)
        }
        if !box.note.isEmpty {
            let note = TextWidth.fitting(box.note, in: width, size: 11)
            svg.appendText(note, x: x + 8, y: y + TheoryLayout.boxHeight - 9, size: 11, isMuted: true)
        }
        svg += "</g>"
    }

    private func paint(
        _ arrow: Arrow,
        _ number: Int?,
        among arrows: [Arrow],
        in layout: TheoryLayout,
        _ svg: inout SVG
    ) {
        guard let from = layout.place(of: arrow.from), let to = layout.place(of: arrow.to) else { return }
        let siblings = arrows.filter { $0.from == arrow.from }
        let index = siblings.firstIndex { $0.to == arrow.to } ?? 0
        let course = layout.course(from: from, to: to, index: index, of: siblings.count)
        let dash: SVG =
            switch arrow.stroke {
            case .untested: " stroke-dasharray='2 4'"
            case .mixed: " stroke-dasharray='8 4'"
            case .refuted: " stroke-dasharray='8 3 2 3'"
            case .supported: ""
            }
        let width = arrow.stroke == .supported ? 2.5 : 1.5
        var path: SVG = "M\(course.start.x) \(course.start.y)"
        for curve in course.curves {
            path += """
                C\(curve.first.x) \(curve.first.y) \(curve.second.x) \(curve.second.y) \(curve.end.x) \(curve.end.y)
                """
        }
        svg += """
            <path class='arrow axis' d='\(path)' fill='none' stroke='\(Palette.line)' stroke-width='\(width)'\(dash)/>
            """
        let corners = course.head
        svg += "<path class='head' d='M\(corners[0].x) \(corners[0].y)L\(corners[1].x) \(corners[1].y)"
        svg += "L\(corners[2].x) \(corners[2].y)z' fill='\(Palette.line)'/>"
        paint(number.map { "\(arrow.word) · A\($0)" } ?? arrow.word, on: course, in: &svg)
    }

    private func paint(_ words: String, on course: TheoryLayout.Course, in svg: inout SVG) {
        let width = TextWidth.of(words, size: 11)
        let left: Double
        let anchor: SVG.Anchor
        switch course.wordAnchor {
        case .start: (left, anchor) = (course.word.x - 3, .start)
        case .middle: (left, anchor) = (course.word.x - width / 2 - 3, .middle)
        case .end: (left, anchor) = (course.word.x - width - 3, .end)
        }
        svg += """
            <rect class='paper' x='\(left)' y='\(course.word.y - 12)' width='\(width + 6)' height='16' \
            fill='\(Palette.paper)'/>
            """
        svg.appendText(words, x: course.word.x, y: course.word.y, size: 11, anchor: anchor)
    }
}
