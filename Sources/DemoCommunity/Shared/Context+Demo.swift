import Sightline

extension Context {
    /// What one of those who record things in the fictional community does at some time.
    init(by author: FictionalAuthor = .lead, at instant: Timestamp) {
        self.init(author: Author(name: author.rawValue), now: instant)
    }

    /// The same, so many days before some time.
    init(by author: FictionalAuthor = .lead, daysAgo: Int64, from now: Timestamp) {
        self.init(by: author, at: now.advanced(bySeconds: -daysAgo * 86_400))
    }
}
