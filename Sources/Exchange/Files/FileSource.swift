/// The content of a file from one place on, read once.
package struct FileSource: ByteSource {
    private let file: InputFile
    private var offset: Int

    package init(_ file: InputFile, from offset: Int = 0) {
        self.file = file
        self.offset = offset
    }

    package mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(IOError) -> Int {
        let count = try file.read(into: buffer, at: offset)
        offset += count
        return count
    }
}
