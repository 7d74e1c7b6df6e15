import Markup

/// The pieces of the picture.
extension TheoryPicture {
    /// Whether it leads anywhere.
    var isFollowed: Bool {
        columns.contains { $0.addition != nil || $0.boxes.contains { $0.link != nil } }
            || arrows.contains { $0.link != nil }
    }

    /// The attributes of a link; none where there is none.
    private func attributes(of link: Link?, _ kind: StaticString) -> SVG {
        guard let link else { return "" }
        return " class='\(kind)' href='\(link.path)' aria-label='\(link.label)'"
    }

    /// A plus beside the name of a layer.
    func paint(_ addition: Link, of layer: Int, in layout: TheoryLayout, _ svg: inout SVG) {
        let size = TheoryLayout.additionSize
        let corner = layout.addition(to: layer)
        let (x, y) = (corner.x + size / 2, corner.y + size / 2)
        svg += """
            <a\(attributes(of: addition, "add"))><rect class='paper' x='\(corner.x)' y='\(corner.y)' \
            width='\(size)' height='\(size)' rx='4' fill='\(Palette.paper)'/>\
            <path class='axis' d='M\(x - 6) \(y)H\(x + 6)M\(x) \(y - 6)V\(y + 6)' fill='none' \
            stroke='\(Palette.line)' stroke-width='2'/></a>
            """
    }

    func paint(_ name: String, of layer: Int, in layout: TheoryLayout, _ svg: inout SVG) {
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

    func paint(_ box: Box, at corner: TheoryLayout.Point, in svg: inout SVG) {
        let (x, y) = (corner.x, corner.y)
        let element: StaticString = box.link == nil ? "g" : "a"
        svg += "<\(element) data-node='\(box.id)'"
        if box.link != nil { svg += " data-group='\(box.group)'" }
        svg += "\(attributes(of: box.link, "box"))>"
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
        svg += "</\(element)>"
    }

    func paint(
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
        if arrow.link != nil {
            // An arrow can be reached from its box, and stands in the list: it is no stop of its own for the keyboard.
            svg += "<a\(attributes(of: arrow.link, "edge")) data-from='\(arrow.from)' data-to='\(arrow.to)'"
            svg += " tabindex='-1'><path class='reach' d='\(path)' fill='none' stroke='none'/>"
        }
        svg += """
            <path class='arrow axis' d='\(path)' fill='none' stroke='\(Palette.line)' stroke-width='\(width)'\(dash)/>
            """
        let corners = course.head
        svg += "<path class='head' d='M\(corners[0].x) \(corners[0].y)L\(corners[1].x) \(corners[1].y)"
        svg += "L\(corners[2].x) \(corners[2].y)z' fill='\(Palette.line)'/>"
        paint(number.map { "\(arrow.word) · A\($0)" } ?? arrow.word, on: course, in: &svg)
        if arrow.link != nil { svg += "</a>" }
    }

    func paint(_ words: String, on course: TheoryLayout.Course, in svg: inout SVG) {
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
