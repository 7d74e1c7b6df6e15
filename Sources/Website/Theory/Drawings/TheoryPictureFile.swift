package import Sightline

/// A drawing of a theory as a file.
package struct TheoryPictureFile: Hashable, Sendable {
    package enum Format: String, CaseIterable, Sendable {
        case svg, png
    }

    let drawing: TheoryDrawing
    let format: Format

    package init(_ drawing: TheoryDrawing, _ format: Format) {
        self.drawing = drawing
        self.format = format
    }
}

extension TheoryPictureFile: PathParameter {
    package static var example: TheoryPictureFile { .init(.driverDiagram, .svg) }

    package init?(pathText: String) {
        for drawing in TheoryDrawing.allCases {
            for format in Format.allCases where pathText == "\(drawing.rawValue).\(format.rawValue)" {
                self.init(drawing, format)
                return
            }
        }
        return nil
    }

    package var pathText: String { "\(drawing.rawValue).\(format.rawValue)" }
}
