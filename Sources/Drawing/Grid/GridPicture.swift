package import Markup

/// A square grid of dark and light fields, such as a QR code: black on white whatever the page's colours, with the
/// white margin of four fields around it that readers need (ISO/IEC 18004).
package struct GridPicture: Sendable {
    /// Row by row, whether each field is dark.
    private let fields: [Bool]
    /// Fields in a row.
    private let width: Int

    private static let margin = 4

    /// - Returns: nil where the fields make no square.
    package init?(fields: [Bool], width: Int) {
        guard width > 0, fields.count == width * width else { return nil }
        self.fields = fields
        self.width = width
    }

    /// The picture, `side` pixels wide and high.
    package func svg(side: Int, label: String) -> SVG {
        let span = width + 2 * Self.margin
        return """
            <svg xmlns='http://www.w3.org/2000/svg' class='grid-picture' width='\(side)' height='\(side)' \
            viewBox='0 0 \(span) \(span)' role='img' aria-label='\(label)' shape-rendering='crispEdges'>\
            <path fill='#fff' d='M0 0h\(span)v\(span)h-\(span)z'/><path fill='#000' d='\(path)'/></svg>
            """
    }

    /// A rectangle for each run of dark fields in a row.
    private var path: SVG {
        var path = SVG()
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, fields[row * width + column] { column += 1 }
                if column > start {
                    let run = column - start
                    path += "M\(start + Self.margin) \(row + Self.margin)h\(run)v1h-\(run)z"
                }
                column += 1
            }
        }
        return path
    }
}
