import Markup

extension SVG {
    /// Appends a closed polygon to a path.
    mutating func appendPolygon(_ corners: [(x: Double, y: Double)]) {
        for (index, corner) in corners.enumerated() {
            append(index == 0 ? "M" : "L")
            append(x: corner.x, y: corner.y)
        }
        append("z")
    }

    /// Appends a circle to a path.
    mutating func appendCircle(x: Double, y: Double, radius: Double) {
        append("M")
        append(x: x - radius, y: y)
        for sign in [2.0, -2] {
            append("a")
            append(x: radius, y: radius)
            append(" 0 1 0 ")
            append(sign * radius)
            append(" 0")
        }
        append("z")
    }
}
