import Storage

/// What somebody looks for in the library.
package struct LibrarySearch: Equatable, Sendable {
    /// None where everything is looked for.
    let terms: [TextIndex.Term]
    /// What was typed asks for all of its words; what is like a text shares some of them.
    let demand: TextIndex.Demand
    /// How many of the terms an item must hold.
    let least: Int

    package var isEverything: Bool { terms.isEmpty }

    /// What was typed into a search field: words in any order, a phrase in quotation marks, and the beginning of the
    /// last word.
    package init(typed text: String) {
        var terms: [TextIndex.Term] = []
        let straight = text.map { "“”„".contains($0) ? "\"" : $0 }
        for (index, part) in straight.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            let words = FoldedText.words(of: String(part))
            if index % 2 == 1 {
                if !words.isEmpty { terms.append(TextIndex.Term(words)) }
                continue
            }
            let isOpen = index == straight.split(separator: "\"", omittingEmptySubsequences: false).count - 1
            for (place, word) in words.enumerated() {
                let isLast = isOpen && place == words.count - 1
                if let term = Self.term(word, isBeginning: isLast) { terms.append(term) }
            }
        }
        self.terms = Array(Self.distinct(terms).prefix(Self.mostTerms))
        demand = .all
        least = self.terms.count
    }

    /// What is like a text: it holds at least half of its words.
    package init(like text: String) {
        let found = FoldedText.words(of: text).compactMap { Self.term($0, isBeginning: false) }
        terms = Array(Self.distinct(found).prefix(Self.mostTerms))
        demand = .any
        // A long question shares a word with much; what shares most of its words is what was meant.
        least = terms.count > 2 ? (terms.count + 1) / 2 : 1
    }

    private static let mostTerms = 12

    /// A word without its ending, so that its other forms are found too; nil for one that is everywhere.
    private static func term(_ word: String, isBeginning: Bool) -> TextIndex.Term? {
        guard !common.contains(word) else { return nil }
        let stem = stem(word)
        return TextIndex.Term([stem], isPrefix: isBeginning || stem.count >= 4)
    }

    private static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s", "e"] where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            if stem.count >= 4 { return String(stem) }
        }
        return word
    }

    private static func distinct(_ terms: [TextIndex.Term]) -> [TextIndex.Term] {
        var kept: [TextIndex.Term] = []
        for term in terms where !kept.contains(term) { kept.append(term) }
        return kept
    }

    private static let common: Set<String> = [
        "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "before", "by", "can", "do",
        "does",
        "every", "for", "from", "has", "have", "if", "in", "is", "it", "more", "new", "no", "not", "of", "on",
        "one", "or", "our", "so", "than", "that", "the", "their", "them", "then", "they", "this", "to", "was",
        "we", "what", "when", "where", "which", "who", "will", "with",
    ]
}

extension LibrarySearch {
    /// How many of the terms a text holds, and how well: a word of the title counts as four of the body, and further
    /// ones of the same count less and less.
    ///
    /// It looks at the text alone, so that what a reader may not see changes nothing in what they do see, and both
    /// engines give the same order.
    func rank(title: [String], body: [String]) -> (count: Int, score: Double) {
        var count = 0
        var score = 0.0
        for term in terms {
            let weight = 4 * Self.weight(of: term, in: title) + Self.weight(of: term, in: body)
            guard weight > 0 else { continue }
            count += 1
            score += weight / (weight + 2)
        }
        return (count, score)
    }

    /// The word itself counts whole, one that goes on after it less.
    private static func weight(of term: TextIndex.Term, in words: [String]) -> Double {
        guard let first = term.words.first else { return 0 }
        if term.words.count > 1 {
            return words.indices.reduce(0) { sum, start in
                sum + (words[start...].starts(with: term.words) ? 1 : 0)
            }
        }
        return words.reduce(0) { sum, word in
            sum + (word == first ? 1 : term.isPrefix && word.hasPrefix(first) ? 0.7 : 0)
        }
    }
}
