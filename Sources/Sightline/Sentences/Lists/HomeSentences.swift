/// What the lists of a unit's home and of the tree of units say, in sentences.
package enum HomeSentences {
    /// The series whose newest point is a signal.
    package static func signals(_ shown: Int, of all: Int) -> String {
        guard all > 0 else {
            return
                "Nothing but ordinary variation, or too few points to tell. Look again when new data is in."
        }
        return Words.here(shown, of: all, "series with a signal", "series with a signal", first: "the newest")
    }

    /// The series whose data is due.
    package static func due(_ shown: Int, of all: Int) -> String {
        guard all > 0 else { return "Every series has the data that was expected by now." }
        let waiting = all == 1 ? "1 series waits for its data." : "\(Words.series(all)) wait for their data."
        return shown < all ? "\(waiting) \(shown) of them \(shown == 1 ? "is" : "are") here." : waiting
    }

    /// The units that keep something.
    package static func keepers(_ units: Int, measures: Int) -> String {
        "\(Words.count(units, "unit")) \(units == 1 ? "keeps" : "keep") \(Words.count(measures, "measure")) to "
            + "\(units == 1 ? "itself" : "themselves"). Ask whoever answers for \(measures == 1 ? "it" : "them")."
    }

    /// What a search among units found.
    package static func found(_ shown: Int, of all: Int) -> String {
        guard all > 0 else { return "No unit has that in its name or code." }
        return shown < all
            ? "\(Words.count(all, "unit")) found, \(shown) of them here: type more of the name."
            : "\(Words.count(all, "unit")) found."
    }

    /// The units that are folded away below one.
    package static func below(_ count: Int) -> String { "\(Words.count(count, "unit")) below" }

    /// When a unit took part.
    package static func membership(_ count: Int) -> String {
        count == 0
            ? "Nothing is on record: it has taken part from the start."
            : "\(Words.count(count, "entry", "entries")), by day."
    }

    /// The licences of data whose words must be shown.
    package static func licences(_ count: Int) -> String {
        count == 0
            ? "No measure here names a licence whose words must be shown."
            : "\(Words.count(count, "licence")) of data here \(count == 1 ? "asks" : "ask") to be shown in these words."
    }

    /// The blocks of a page that is being written.
    package static func blocks(_ count: Int) -> String {
        guard count > 0 else { return "It has nothing yet: add the first block below." }
        return
            "\(Words.count(count, "block")). \(count == 1 ? "It" : "Each") is saved by itself. Whatever you change can "
            + "be put back from the history of the page."
    }
}
