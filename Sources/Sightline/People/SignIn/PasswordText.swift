import Foundation

/// A password as it is counted and hashed: in normalisation form NFKC.
///
/// One word can reach us as different code points, by keyboard and system: é as one or as two, wide letters of Japanese
/// keyboards for narrow ones. NIST SP 800-63B (section 3.1.1.2) advises NFKC or NFKD, so that all of them are one
/// password; NFKC is what SASLprep (RFC 4013) takes.
package struct PasswordText: Equatable, Sendable {
    /// After normalisation.
    package let text: String
    /// As it was typed: hashes made before passwords were normalised are of this.
    let typed: String

    package init(_ typed: String) {
        self.typed = typed
        text = typed.precomposedStringWithCompatibilityMapping
    }

    /// Characters as NIST counts them: code points.
    var count: Int { text.unicodeScalars.count }

    /// Whether normalisation made a difference; compared byte by byte, since Swift takes equivalent texts for equal.
    var isChanged: Bool { !text.utf8.elementsEqual(typed.utf8) }
}
