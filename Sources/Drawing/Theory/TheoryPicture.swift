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
        /// Where one more box is added to it.
        package var addition: Link?

        package init(name: String, boxes: [Box], addition: Link? = nil) {
            self.name = name
            self.boxes = boxes
            self.addition = addition
        }
    }

    /// Where a part of the picture leads on a page on which it can be changed.
    package struct Link: Equatable, Sendable {
        package var path: String
        /// What it is called for those who don't see the picture.
        package var label: String

        package init(path: String, label: String) {
            self.path = path
            self.label = label
        }
    }

    package struct Box: Sendable {
        /// What arrows know it by.
        package var id: String
        package var text: String
        /// A short line below the text, such as a measure.
        package var note: String
        /// Which boxes of its layer it may change places with.
        package var group: String
        package var link: Link?

        package init(id: String, text: String, note: String = "", group: String = "", link: Link? = nil) {
            self.id = id
            self.text = text
            self.group = group
            self.note = note
            self.link = link
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
        package var link: Link?

        package init(
            from: String,
            to: String,
            word: String,
            stroke: Stroke,
            assumptions: String = "",
            link: Link? = nil
        ) {
            self.from = from
            self.to = to
            self.word = word
            self.stroke = stroke
            self.assumptions = assumptions
            self.link = link
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

    static let fontSize = 13.0
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
            if let addition = column.addition { paint(addition, of: index, in: layout, &body) }
            for (row, box) in column.boxes.enumerated() {
                paint(box, at: layout.corner(of: .init(layer: index, slot: row)), in: &body)
            }
        }
        let key = key(of: drawn, numbers, width: width)
        if !key.isEmpty { height += 8 }
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
            cssClass: arrangement == .rows ? "theory rows" : "theory",
            isFollowed: isFollowed,
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
}
