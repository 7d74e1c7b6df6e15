import Markup

/// One entry of a legend: a sample, 16 pixels wide, and what it means.
struct LegendItem {
    enum Sample {
        case mark(PointMark)
        case centreLine, target, limits, ghost, dashedLimit, solidLimit, withheld
    }

    var words: String
    var sample: Sample

    /// Draws the sample.
    ///
    /// - Parameters:
    ///   - x: its left.
    ///   - y: its middle.
    /// - Returns: markup to be embedded.
    func picture(x: Double, y: Double) -> SVG {
        switch sample {
        case .mark(let mark):
            var svg = mark.pathStart(outline: 1)
            mark.appendShape(atX: x + 8, y: y, size: 1, to: &svg)
            svg.append("'/>")
            return svg
        case .centreLine:
            return """
                <path class='centre' fill='none' stroke='\(Palette.muted)' stroke-width='1.5' \
                d='M\(x) \(y)h16'/>
                """
        case .target:
            return """
                <path class='target' fill='none' stroke='\(Palette.ink)' stroke-width='1.25' \
                stroke-dasharray='7 2' d='M\(x) \(y)h16'/>
                """
        case .limits:
            return """
                <path class='band' fill='\(Palette.band)' d='M\(x) \(y - 5)h16v10h-16z'/>\
                <path class='limit' fill='none' stroke='\(Palette.line)' stroke-dasharray='5 3' \
                d='M\(x) \(y - 5)h16M\(x) \(y + 5)h16'/>
                """
        case .dashedLimit:
            return """
                <path class='limit' fill='none' stroke='\(Palette.line)' stroke-dasharray='5 3' \
                d='M\(x) \(y)h16'/>
                """
        case .solidLimit:
            return "<path class='limit outer' fill='none' stroke='\(Palette.line)' d='M\(x) \(y)h16'/>"
        case .withheld:
            return "\(Self.crosses)\(Self.cross(x: x + 8, y: y))'/>"
        case .ghost:
            return """
                <path class='ghost' fill='none' stroke='\(Palette.line)' stroke-dasharray='1.5 3.5' \
                d='M\(x) \(y)h16'/>
                """
        }
    }
}

extension LegendItem {
    /// The start of a path of crosses, to go on with ``cross(x:y:)`` and `'/>`.
    static let crosses: SVG =
        "<path class='withheld' fill='none' stroke='\(Palette.muted)' stroke-width='1.25' d='"

    static func cross(x: Double, y: Double) -> SVG { "M\(x - 3) \(y - 3)l6 6m0 -6l-6 6" }
}
