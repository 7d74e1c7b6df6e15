/// A chart as a file.
package enum PictureFile: String, CaseIterable, Sendable {
    case svg = "chart.svg"
    case png = "chart.png"
}

extension PictureFile: PathParameter {
    package static var example: PictureFile { .svg }

    package init?(pathText: String) { self.init(rawValue: pathText) }

    package var pathText: String { rawValue }
}
