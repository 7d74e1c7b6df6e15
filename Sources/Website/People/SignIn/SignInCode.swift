package import Sightline

/// The secret of a one-time link, as its address carries it.
package struct SignInCode: Hashable, PathParameter {
    package let pathText: String

    package init(_ secret: Secret) { pathText = secret.text }

    package init?(pathText: String) {
        guard Secret(pathText) != nil else { return nil }
        self.pathText = pathText
    }

    private init(example: String) { pathText = example }

    /// Opens nothing: it is too short.
    package static var example: SignInCode { SignInCode(example: "code") }

    var secret: Secret? { Secret(pathText) }
}
