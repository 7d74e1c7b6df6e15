/// Hands chunks out to workers, and puts what they make of them in the order of the chunks.
package actor OrderedOutput {
    /// What came of one chunk.
    struct Block: Sendable {
        /// The names of its first and last series; nil where no series starts in the chunk.
        var names: (first: [UInt8], last: [UInt8])?
        var text: [UInt8] = []
        /// For each phase start of the request, whether a series has a point on or after it.
        var reached: [Bool] = []
    }

    private var held: HeldOutput
    private let form: ReportForm
    private(set) var reached: [Bool] = []
    private(set) var isEmpty = true

    private var chunkCount = 0
    private var handedOut = 0
    private var next = 0
    private var early: [Int: Block] = [:]
    private var lastName: [UInt8]?
    /// How many chunks may be ahead of the slowest.
    private let reach: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - descriptor: an open file, left open.
    ///   - name: the file's name in messages.
    package init(to descriptor: Int32, name: String, request: AnalyseRequest) {
        held = HeldOutput(to: descriptor, name: name)
        form = request.report
        reach = request.threads + 3
    }

    // MARK: - Chunks

    /// Starts handing out chunks from 0.
    func begin(chunks: Int) { chunkCount = chunks }

    /// The number of the next chunk, once there is room for what will come of it; nil when none is left.
    func takeChunk() async -> Int? {
        while handedOut < chunkCount {
            if handedOut < next + reach {
                defer { handedOut += 1 }
                return handedOut
            }
            await withCheckedContinuation { waiting.append($0) }
        }
        return nil
    }

    /// Takes what came of a chunk.
    ///
    /// - Throws: `Obstacle` when series don't come in the order of their names.
    func put(_ block: Block, chunk: Int) throws {
        early[chunk] = block
        while let block = early.removeValue(forKey: next) {
            if let names = block.names {
                if let lastName, !lastName.lexicographicallyPrecedes(names.first) { throw Obstacle() }
                lastName = names.last
            }
            try append(block)
            next += 1
        }
        wakeAll()
    }

    /// Forgets everything that was put in and every chunk not handed out yet.
    func reset() throws {
        try held.discard()
        reached = []
        isEmpty = true
        early = [:]
        chunkCount = 0
        wakeAll()
    }

    private func wakeAll() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    // MARK: - Output

    /// Appends a block behind those before it.
    func append(_ block: Block) throws {
        if reached.isEmpty { reached = [Bool](repeating: false, count: block.reached.count) }
        for (place, isReached) in block.reached.enumerated() where isReached { reached[place] = true }
        guard !block.text.isEmpty else { return }
        var text = block.text[...]
        if isEmpty {
            try held.append(Array(form.opening.utf8)[...])
            text = text.dropFirst(form.separatorLength)
            isEmpty = false
        }
        try held.append(text)
    }

    /// Lets everything out.
    func finish() throws {
        try held.append(Array(form.closing.utf8)[...])
        try held.release()
    }
}
