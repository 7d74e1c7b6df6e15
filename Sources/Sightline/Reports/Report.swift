package import Storage

/// A page that someone writes for others: a title, a summary and blocks of words, charts, drawings and stories.
///
/// What a block shows is looked up when the page is read, for whoever reads it: the page itself holds words, and names
/// of things.
package struct Report: Identifiable, Equatable, Sendable {
    package typealias ID = Identifier<Report>

    package let id: ID
    package var unit: Unit.ID
    /// Who may read it, besides those whose role reaches it.
    package var visibility: Visibility
    package var title: String
    /// What it says, in a sentence or two.
    package var summary: String
    /// In the order in which they are read.
    package private(set) var blocks: [Block] = []
    /// Those that were removed, empty: no number is given twice, and history has their words.
    private(set) var removed: [Block] = []
    package var author: Author
    package var instant: Timestamp

    package init(
        id: ID,
        unit: Unit.ID,
        visibility: Visibility = .unit,
        title: String,
        summary: String,
        author: Author,
        instant: Timestamp
    ) {
        self.id = id
        self.unit = unit
        self.visibility = visibility
        self.title = title
        self.summary = summary
        self.author = author
        self.instant = instant
    }

    package static let mostBlocks = 60
}

// MARK: Blocks

extension Report {
    /// A block that is part of it.
    package subscript(number: Int) -> Block? { blocks.first { $0.number == number } }

    /// Puts a block at the end; gives back its number.
    @discardableResult
    package mutating func add(_ kind: Block.Kind, _ value: String) -> Int {
        let number = ((blocks + removed).map(\.number).max() ?? 0) + 1
        blocks.append(Block(number: number, kind: kind, value: value))
        return number
    }

    package mutating func change(_ number: Int, to value: String) {
        for index in blocks.indices where blocks[index].number == number { blocks[index].value = value }
    }

    /// Moves a block by so many places, up where they are negative, and no further than there are others.
    package mutating func move(_ number: Int, by places: Int) {
        guard let index = blocks.firstIndex(where: { $0.number == number }) else { return }
        let block = blocks.remove(at: index)
        blocks.insert(block, at: min(max(index + places, 0), blocks.count))
    }

    package mutating func remove(_ number: Int) {
        removed += blocks.filter { $0.number == number }.map {
            Block(number: $0.number, kind: $0.kind, value: "")
        }
        blocks.removeAll { $0.number == number }
    }
}

// MARK: As fields and as text

extension Report {
    /// What its forms show of it, and which blocks it has in which order; a block that was removed is empty.
    package var fields: [Revision.Field] {
        [
            .init("title", title), .init("summary", summary), .init("visibility", visibility.rawValue),
            .init("order", blocks.map { String($0.number) }.joined(separator: " ")),
        ]
            + (blocks + removed).sorted { $0.number < $1.number }.map { .init($0.field, $0.value) }
    }

    /// The page as it was when it said so; blocks that came later are removed.
    package func saying(_ fields: [Revision.Field]) -> Report {
        var report = self
        report.title = fields["title"]
        report.summary = fields["summary"]
        report.visibility = Visibility(rawValue: fields["visibility"]) ?? visibility
        let then = fields.compactMap(Block.init)
        let order = fields["order"].split(separator: " ").compactMap { Int($0) }
        report.blocks = order.compactMap { number in then.first { $0.number == number } }
        let present = Set(report.blocks.map(\.number))
        report.removed = (blocks + removed).filter { !present.contains($0.number) }
            .map { Block(number: $0.number, kind: $0.kind, value: "") }
        return report
    }

    /// Its blocks as the database keeps them.
    var content: String {
        TabbedText.text(of: (blocks + removed).map { [String($0.number), $0.kind.rawValue, $0.value] })
    }

    mutating func read(content: String) {
        let all = TabbedText.lines(in: content).compactMap { line -> Block? in
            guard line.count == 3, let number = Int(line[0]), let kind = Block.Kind(rawValue: line[1]) else {
                return nil
            }
            return Block(number: number, kind: kind, value: line[2])
        }
        blocks = all.filter { !$0.value.isEmpty }
        removed = all.filter(\.value.isEmpty)
    }
}
