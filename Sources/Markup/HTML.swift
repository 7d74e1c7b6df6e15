/// A piece of HTML, written as a literal whose interpolated values are escaped.
///
///     let row: HTML = "<tr><th>\(measure.title)</th><td>\(count)</td></tr>"
///
/// Only literals of the source are taken as markup: no initialiser and no operator takes a string made at run
/// time for markup, so forgetting to escape isn't possible. Attribute values must be quoted. Both branches of
/// a conditional inside an interpolation need a type (`isOpen ? "open" as HTML : ""`), or they are text.
package struct HTML: Equatable, Sendable, ExpressibleByStringInterpolation {
    /// UTF-8.
    package private(set) var bytes: [UInt8]

    /// Nothing.
    package init() { bytes = [] }

    /// Takes bytes as markup, unescaped: they must come from the product, never from a person.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }

    package init(stringLiteral literal: StaticString) {
        bytes = []
        bytes.append(literal)
    }

    package init(stringInterpolation interpolation: StringInterpolation) { bytes = interpolation.bytes }

    /// Makes room for so many more bytes.
    package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    package static func += (html: inout HTML, more: HTML) { html.bytes.append(contentsOf: more.bytes) }

    /// Collects a literal's pieces.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal) }

        /// Writes text, escaped.
        package mutating func appendInterpolation(_ text: String) { bytes.append(escaping: text) }

        /// Writes a whole number in digits.
        package mutating func appendInterpolation(_ number: Int) { NumberText.append(number, to: &bytes) }

        /// Embeds markup.
        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

        /// Embeds markup, or nothing.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        /// Embeds pieces of markup one after the other.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// Embeds a picture.
        package mutating func appendInterpolation(_ picture: SVG) { bytes.append(contentsOf: picture.bytes) }
    }
}
