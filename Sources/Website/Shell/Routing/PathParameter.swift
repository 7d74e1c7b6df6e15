package import Storage

/// A value that stands in a path.
package protocol PathParameter: Sendable {
    /// Any value: an address made with it shows the shape of all its kind.
    static var example: Self { get }

    /// Reads what ``pathText`` writes; nil for anything else.
    init?(pathText: String)

    /// Letters, digits, `-`, `.` and `_` only.
    var pathText: String { get }
}

extension Identifier: PathParameter {
    package static var example: Identifier {
        var zeros = Zeros()
        return Identifier(microseconds: 0, using: &zeros)
    }

    package init?(pathText: String) { self.init(pathText) }

    package var pathText: String { description }

    private struct Zeros: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }
}
