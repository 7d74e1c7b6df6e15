#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file to be read, from any place in it and by several threads.
///
/// What isn't a regular file (a pipe, a terminal) is first copied to a temporary one.
package final class InputFile: Sendable {
    /// For messages.
    package let name: String
    package let size: Int
    private let descriptor: Int32
    /// Where the content starts in the file.
    private let origin: Int

    package init(path: String) throws(IOError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw IOError(.open, path: path, code: errno) }
        name = path
        (self.descriptor, origin, size) = try Self.regular(descriptor, name: path)
    }

    /// Standard input, from where it stands.
    package init(standardInputNamed name: String) throws(IOError) {
        let descriptor = dup(STDIN_FILENO)
        guard descriptor >= 0 else { throw IOError(.open, path: name, code: errno) }
        self.name = name
        (self.descriptor, origin, size) = try Self.regular(descriptor, name: name)
    }

    deinit { close(descriptor) }

    /// Fills `buffer` with what stands at `offset`; the number of bytes is smaller only at the end of the
    /// file.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(IOError) -> Int {
        var count = 0
        while count < buffer.count {
            let got = pread(
                descriptor,
                buffer.baseAddress?.advanced(by: count),
                buffer.count - count,
                off_t(origin + offset + count)
            )
            if got == 0 { break }
            guard got > 0 else {
                if errno == EINTR { continue }
                throw IOError(.read, path: name, code: errno)
            }
            count += got
        }
        return count
    }

    /// A descriptor of the same content that can be read from any place.
    private static func regular(
        _ descriptor: Int32,
        name: String
    ) throws(IOError) -> (descriptor: Int32, origin: Int, size: Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(descriptor, name) }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFREG {
            let origin = max(0, Int(lseek(descriptor, 0, SEEK_CUR)))
            return (descriptor, origin, max(0, Int(status.st_size) - origin))
        }
        guard kind != S_IFDIR else {
            close(descriptor)
            throw IOError(.read, path: name, code: EISDIR)
        }
        defer { close(descriptor) }
        var spool = try TemporaryFile()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let got = buffer.withUnsafeMutableBytes { Descriptor.read(descriptor, into: $0) }
            guard got >= 0 else { throw IOError(.read, path: name, code: errno) }
            if got == 0 { break }
            try spool.append(buffer[..<got])
        }
        let size = spool.count
        return (spool.takeDescriptor(), 0, size)
    }

    private static func failure(_ descriptor: Int32, _ name: String) -> IOError {
        let code = errno
        close(descriptor)
        return IOError(.read, path: name, code: code)
    }
}
