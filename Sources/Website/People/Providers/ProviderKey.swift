/// The name of an identity provider in addresses: small letters, digits and hyphens.
package struct ProviderKey: Hashable, PathParameter {
    package let pathText: String

    package init?(pathText: String) {
        let allowed = "abcdefghijklmnopqrstuvwxyz0123456789-".utf8
        guard (1...40).contains(pathText.utf8.count), pathText.utf8.allSatisfy(allowed.contains) else {
            return nil
        }
        self.pathText = pathText
    }

    private init(example: String) { pathText = example }

    package static var example: ProviderKey { ProviderKey(example: "example") }
}
