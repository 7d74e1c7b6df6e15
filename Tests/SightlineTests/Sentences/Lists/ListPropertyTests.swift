import Sightline
import Statistics
import Storage
import Testing

/// That what lists say is what went in, over seeded random lists.
struct ListPropertyTests {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]
    /// One of each, and several.
    private static let nouns = [
        "signal": "signals", "cycle": "cycles", "note": "notes", "change": "changes", "decision": "decisions",
        "measure": "measures", "pack": "packs", "person": "people", "unit": "units", "row": "rows",
        "file": "files",
        "edition": "editions", "version": "versions", "period": "periods", "arrow": "arrows",
        "review": "reviews",
        "consent": "consents", "place": "places", "role": "roles", "letter": "letters", "thing": "things",
        "state": "states", "snapshot": "snapshots", "problem": "problems", "difference": "differences",
        "day": "days", "block": "blocks", "addition": "additions", "kind": "kinds", "coach": "coaches",
    ]

    /// The days that a text names, and the text without them.
    private static func days(in text: String) -> (named: [String], rest: String) {
        let date = /[0-9]{1,2} ([A-Z][a-z]+) [0-9]{4}/
        let named = text.matches(of: date).filter { months.contains(String($0.output.1)) }.map {
            String($0.output.0)
        }
        return (named, named.reduce(text) { $0.replacing($1, with: "then") })
    }

    /// The numbers of a text without days, each with the word after it.
    private static func counted(in text: String) -> [(number: Int, word: String)] {
        text.replacing(",", with: "").matches(of: /([0-9]+) ?([a-z]*)/).compactMap { match in
            Int(match.output.1).map { ($0, String(match.output.2)) }
        }
    }

    @Test(arguments: 0..<300)
    func `a list's sentence holds the numbers and days that went in, and no other`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        let list = ToldCounts(&bits)
        let phrases = Set(list.days.map { Period.day.phrase(for: $0) })
        for told in list.told {
            SentencePropertyTests.checkForm(told.text, "\(told.name): \(told.text)")
            let (named, rest) = Self.days(in: told.text)
            #expect(named.allSatisfy(phrases.contains), "\(told.name): \(told.text)")
            let numbers = Self.counted(in: rest)
            for (number, _) in numbers {
                #expect(told.numbers.contains(number), "\(told.name): \(told.text)")
            }
            if told.count > 0 {
                let isCounted = numbers.contains { told.numbers.contains($0.number) && $0.number > 0 }
                #expect(isCounted, "\(told.name) counts: \(told.text)")
            }
        }
    }

    @Test(arguments: 0..<300)
    func `one is one, and several are several`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        let several = Set(Self.nouns.values)
        for told in ToldCounts(&bits).told {
            for (number, word) in Self.counted(in: Self.days(in: told.text).rest) {
                if number == 1 {
                    #expect(
                        !several.contains(word) && !["are", "have"].contains(word),
                        "\(told.name): \(told.text)"
                    )
                } else {
                    #expect(
                        Self.nouns[word] == nil && !["is", "has"].contains(word),
                        "\(told.name): \(told.text)"
                    )
                }
            }
        }
    }

    @Test func `where there is nothing, nothing is claimed`() {
        var bits = SeededBits(1)
        var list = ToldCounts(&bits)
        while list.all > 0 { list = ToldCounts(&bits) }
        for told in list.told where told.name != "recovered" {
            let (named, rest) = Self.days(in: told.text)
            #expect(named.isEmpty, "\(told.name): \(told.text)")
            #expect(Self.counted(in: rest).allSatisfy { $0.number == 0 }, "\(told.name): \(told.text)")
        }
    }

    @Test(arguments: 0..<60)
    func `nobody is named who wasn't passed`(seed: Int) {
        var bits = SeededBits(UInt64(seed))
        let pool = ["Applewick", "Brindlesea", "Coldharbour", "Dapplemoor", "Ada Lark", "Lin Moss"]
        let keeper = pool.randomElement(using: &bits) ?? pool[0]
        let visibility = Visibility.allCases.randomElement(using: &bits) ?? .unit
        let links = Int.random(in: 0...3, using: &bits)
        let invited = Bool.random(using: &bits) ? Samples.context(1).now : nil
        let texts = [
            AudienceSentences.reach(of: "pack", keptBy: keeper, visibility, links: links),
            PeopleSentences.known(to: keeper, isHere: Bool.random(using: &bits), invited: invited),
            PeopleSentences.kept(by: keeper, measures: links, ask: []),
            ImportSentences.left(keeper, on: Samples.day("2026-03-04"), 1 + links),
            ComparisonSentences.variants(1 + links, in: keeper),
        ]
        for text in texts {
            #expect(text.contains(keeper))
            for other in pool where other != keeper { #expect(!text.contains(other), "\(text)") }
        }
        // Of how far something is seen it says the one that holds, and no further.
        #expect(texts[0].contains("whole community") == (visibility == .community))
        #expect(texts[0].contains("nobody above it") == (visibility == .unit))
        #expect(texts[0].contains("No public link") == (links == 0))
    }
}
