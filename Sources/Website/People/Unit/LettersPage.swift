import FoundationEssentials

/// The letters that a demo keeps instead of sending them, the newest first.
struct LettersPage: Page {
    let letters: [String]

    var title: String { "Letters" }
    var section: Section? { .people }

    private static let shown = 50

    /// Reads the files of a folder; none where there is no such folder yet.
    init(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        // Their names are ids, which sort by the time that they were made.
        letters = names.filter { $0.hasSuffix(".eml") }.sorted().suffix(Self.shown).reversed().compactMap {
            (try? Data(contentsOf: URL(filePath: "\(folder)/\($0)"))).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }
}
