import Hummingbird

/// The name of a header, for those that have no constant.
typealias HeaderName = HTTPFields.Element.Name
