import Drawing
import Statistics

/// What the product says of itself.
package enum Product {
    package static let name = "Sightline"
    package static let version = "0.1.0"
    /// The rules that watch every series, with their version.
    static let rules = "\(RuleSet.mdc.name.title) (\(RuleSet.mdc.name.rawValue) \(RuleSet.mdc.version))"
}
