#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file without a name, gone when it is closed.
struct TemporaryFile: ~Copyable {
    private var descriptor: Int32
    private let folder: String
    /// The number of bytes in it.
    private(set) var count = 0

    /// The folder that `TMPDIR` names, or `/var/tmp`: unlike `/tmp` it is on a disk everywhere.
    static var place: String {
        let chosen = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return chosen.isEmpty ? "/var/tmp" : chosen
    }

    init() throws(IOError) {
        folder = Self.place
        var template = Array("\(folder)/sightline-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw IOError(.write, path: folder, code: errno) }
        unlink(template)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    mutating func append(_ bytes: ArraySlice<UInt8>) throws(IOError) {
        try Descriptor.write(bytes, to: descriptor, name: folder)
        count += bytes.count
    }

    /// Hands the open file over.
    consuming func takeDescriptor() -> Int32 {
        let taken = descriptor
        descriptor = -1
        return taken
    }

    /// Writes everything that was appended to another file.
    func copy(to other: Int32, name: String) throws(IOError) {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var offset = 0
        while offset < count {
            let got = buffer.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
            }
            guard got > 0 else { throw IOError(.read, path: folder, code: got == 0 ? EIO : errno) }
            try Descriptor.write(buffer[..<got], to: other, name: name)
            offset += got
        }
    }
}
