/// A piece of SVG, written as a literal whose interpolated values are escaped.
///
///     picture += "<circle cx='\(x)' cy='\(y)' r='3'/>"
///
/// Like ``HTML``, it takes markup from literals of the source only. An interpolated `Double` is a coordinate:
/// it is written with at most one decimal, a tenth of a pixel.
package struct SVG: Equatable, Sendable, ExpressibleByStringInterpolation {
    /// UTF-8.
    package private(set) var bytes: [UInt8]

    /// Nothing.
    package init() { bytes = [] }

    package init(stringLiteral literal: StaticString) {
        bytes = []
        bytes.append(literal)
    }

    package init(stringInterpolation interpolation: StringInterpolation) { bytes = interpolation.bytes }

    /// Makes room for so many more bytes.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    package static func += (svg: inout SVG, more: SVG) { svg.bytes.append(contentsOf: more.bytes) }

    /// Appends a coordinate: the way to write long paths, without a literal for each point.
    package mutating func append(_ coordinate: Double) { NumberText.appendCoordinate(coordinate, to: &bytes) }

    /// Appends two coordinates and a space between them.
    package mutating func append(x: Double, y: Double) { NumberText.appendPoint(x, y, to: &bytes) }

    /// Appends text, escaped.
    package mutating func append(text: String) { bytes.append(escaping: text) }

    /// Appends markup without making a piece of it first.
    package mutating func append(_ literal: StaticString) { bytes.append(literal) }

    /// Collects a literal's pieces.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal) }

        /// Writes text, escaped.
        package mutating func appendInterpolation(_ text: String) { bytes.append(escaping: text) }

        /// Writes a literal as it is: a class name, a colour.
        package mutating func appendInterpolation(_ literal: StaticString) { bytes.append(literal) }

        /// Writes a whole number in digits.
        package mutating func appendInterpolation(_ number: Int) { NumberText.append(number, to: &bytes) }

        /// Writes a coordinate.
        package mutating func appendInterpolation(_ coordinate: Double) {
            NumberText.appendCoordinate(coordinate, to: &bytes)
        }

        /// Embeds markup.
        package mutating func appendInterpolation(_ svg: SVG) { bytes.append(contentsOf: svg.bytes) }
    }
}
