import Markup

extension SVG {
    /// Which part of a text its place is.
    enum Anchor {
        case start, middle, end
    }

    /// Appends a line of text.
    ///
    /// - Parameters:
    ///   - text: what it says; it is escaped.
    ///   - x: the place of its anchor.
    ///   - y: its base line.
    ///   - size: the font's.
    ///   - isMuted: whether it stands back.
    ///   - isBold: whether it stands out.
    ///   - anchor: what `x` is.
    mutating func appendText(
        _ text: String,
        x: Double,
        y: Double,
        size: Double,
        isMuted: Bool = false,
        isBold: Bool = false,
        anchor: Anchor = .start
    ) {
        let weight: SVG = isBold ? " font-weight='600'" : ""
        let anchor: SVG =
            switch anchor {
            case .start: ""
            case .middle: " text-anchor='middle'"
            case .end: " text-anchor='end'"
            }
        self += """
            <text class='\(isMuted ? "muted" : "ink")' x='\(x)' y='\(y)' font-size='\(size)'\(weight)\
            \(anchor) fill='\(isMuted ? Palette.muted : Palette.ink)'>\(text)</text>
            """
    }
}
