import Markup

/// One entry of a legend: a sample, 16 pixels wide, and what it means.
struct LegendItem {
    enum Sample {
        case mark(PointMark)
        case centreLine, target, limits, ghost, dashedLimit, solidLimit
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
        case .ghost:
            return """
                <path class='ghost' fill='none' stroke='\(Palette.line)' stroke-dasharray='1.5 3.5' \
                d='M\(x) \(y)h16'/>
                """
        }
    }
}
