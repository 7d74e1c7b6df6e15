import Markup
import Sightline

extension HomePage {
    /// Since when and why a unit takes no part, where it doesn't.
    var absence: HTML? {
        guard unit.membership != .joined, let event = lastEvent else { return nil }
        return "<p>\(event.membership.event) on \(event.day.words). \(event.reason)</p>"
    }
}
