#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder that nobody else can open, for what must have a name for a while: it goes with this object, and so do the
/// files that were named in it.
package final class PrivateFolder {
    package let path: String
    private var files: [String] = []

    /// Makes it where temporary files lie.
    package init() throws(IOError) {
        var template = Array("\(TemporaryFile.place)/sightline-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        guard let made else { throw IOError(.makeFolder, path: TemporaryFile.place, code: errno) }
        path = made
    }

    deinit {
        for file in files { unlink(file) }
        rmdir(path)
    }

    /// The path of a file in it, to be made by whoever asks.
    package func file(_ name: String) -> String {
        let file = "\(path)/\(name)"
        files.append(file)
        return file
    }
}
