/// The way through a file in which everything is in order.
///
/// Several workers take chunks of the file in turn; nothing but the series at hand is in memory.
struct QuickReading {
    let file: InputFile
    let request: AnalyseRequest

    /// Puts the report into `output`, which must be empty.
    ///
    /// - Throws: ``Obstacle`` where ``ThoroughReading`` is needed.
    func run(into output: OrderedOutput) async throws {
        let reader = try CSVReader(opening: file)
        let roles = try ColumnRoles(reader.header, request)
        let firstRow = reader.offset
        let chunkSize = max(request.chunkSize, 1)
        await output.begin(chunks: (file.size - firstRow + chunkSize - 1) / chunkSize)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<max(request.threads, 1) {
                group.addTask {
                    var worker = ChunkWorker(file, request, roles, firstRow: firstRow)
                    do {
                        while let chunk = await output.takeChunk() {
                            let start = firstRow + chunk * chunkSize
                            let block = try worker.block(of: start..<min(start + chunkSize, file.size))
                            try await output.put(block, chunk: chunk)
                        }
                    } catch {
                        // The others needn't go on, nor wait for this one.
                        try await output.reset()
                        throw error
                    }
                }
            }
            try await group.waitForAll()
        }
        // The thorough way says what is the matter with a file without rows.
        guard await !output.isEmpty else { throw Obstacle() }
    }
}
