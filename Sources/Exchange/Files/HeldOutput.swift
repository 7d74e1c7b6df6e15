#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Output that nobody sees until it is complete.
///
/// It is kept in memory, and from some size on in a temporary file. A regular file that is written at its end
/// gets it at once, and is cut back to its old length if the output is discarded.
package struct HeldOutput: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private let memoryLimit: Int
    private var memory: [UInt8] = []
    private var overflow: TemporaryFile?
    /// The length to cut back to; nil where the output is held.
    private let oldLength: off_t?

    /// - Parameters:
    ///   - descriptor: an open file, left open.
    ///   - name: the file's name in messages.
    ///   - memoryLimit: how much is kept in memory, in bytes.
    package init(to descriptor: Int32, name: String, memoryLimit: Int = 1 << 23) {
        self.descriptor = descriptor
        self.name = name
        self.memoryLimit = memoryLimit
        var status = stat()
        let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        oldLength = isRegular && lseek(descriptor, 0, SEEK_CUR) == status.st_size ? status.st_size : nil
    }

    package mutating func append(_ bytes: ArraySlice<UInt8>) throws(IOError) {
        if oldLength != nil { return try write(bytes) }
        if overflow == nil, memory.count + bytes.count <= memoryLimit {
            memory.append(contentsOf: bytes)
            return
        }
        if overflow == nil { overflow = try TemporaryFile() }
        try overflow?.append(bytes)
    }

    /// Lets everything out.
    package mutating func release() throws(IOError) {
        try write(memory[...])
        try overflow?.copy(to: descriptor, name: name)
        memory = []
        overflow = nil
    }

    /// Forgets everything so far.
    package mutating func discard() throws(IOError) {
        memory = []
        overflow = nil
        guard let oldLength else { return }
        guard ftruncate(descriptor, oldLength) == 0, lseek(descriptor, oldLength, SEEK_SET) == oldLength
        else { throw IOError(.write, path: name, code: errno) }
    }

    private func write(_ bytes: ArraySlice<UInt8>) throws(IOError) {
        try Descriptor.write(bytes, to: descriptor, name: name)
    }
}
