import Markup
import Statistics

/// What a point means, which decides its shape first and its colour second.
enum PointMark: CaseIterable {
    case commonCause, excluded, high, low, improvement, concern

    init(_ variation: Variation) {
        self =
            switch variation {
            case .improvement: .improvement
            case .concern: .concern
            case .high: .high
            case .low: .low
            case .commonCause, .tooFew: .commonCause
            }
    }

    /// What the legend says of it.
    var words: String {
        switch self {
        case .commonCause: "Common cause"
        case .excluded: "Left out of the limits"
        case .high: "Special cause, high"
        case .low: "Special cause, low"
        case .improvement: "Improvement"
        case .concern: "Concern"
        }
    }

    var colour: StaticString {
        switch self {
        case .commonCause, .excluded: Palette.muted
        case .high, .low: Palette.neither
        case .improvement: Palette.improvement
        case .concern: Palette.concern
        }
    }

    var cssClass: StaticString {
        switch self {
        case .commonCause: "common"
        case .excluded: "excluded"
        case .high, .low: "neither"
        case .improvement: "improvement"
        case .concern: "concern"
        }
    }

    /// Opens the path that holds all marks of this kind; the caller adds shapes and closes it with `'/>`.
    func pathStart(outline: Double) -> SVG {
        switch self {
        case .commonCause: "<path class='mark common' fill='\(colour)' d='"
        case .excluded:
            "<path class='mark excluded' fill='\(Palette.paper)' stroke='\(colour)' stroke-width='1.5' d='"
        default:
            """
            <path class='mark \(cssClass)' fill='\(colour)' stroke='\(Palette.paper)' \
            stroke-width='\(outline)' d='
            """
        }
    }

    /// Appends the shape to a path: dot, ring, triangle up or down, square, diamond.
    ///
    /// - Parameters:
    ///   - x: the middle.
    ///   - y: the middle.
    ///   - size: 1 for a large chart, where the shapes are 5 to 11 pixels high.
    ///   - path: an open path.
    func appendShape(atX x: Double, y: Double, size: Double, to path: inout SVG) {
        switch self {
        case .commonCause: path.appendCircle(x: x, y: y, radius: 2.7 * size)
        case .excluded: path.appendCircle(x: x, y: y, radius: 3.4 * size)
        case .high:
            path.appendPolygon([
                (x, y - 5.6 * size), (x + 5.2 * size, y + 4 * size), (x - 5.2 * size, y + 4 * size),
            ])
        case .low:
            path.appendPolygon([
                (x, y + 5.6 * size), (x - 5.2 * size, y - 4 * size), (x + 5.2 * size, y - 4 * size),
            ])
        case .improvement:
            let half = 4.1 * size
            path.appendPolygon([
                (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half),
            ])
        case .concern:
            let half = 5.9 * size
            path.appendPolygon([(x, y - half), (x + half, y), (x, y + half), (x - half, y)])
        }
    }
}
