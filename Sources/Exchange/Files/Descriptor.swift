#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reading and writing open files in spite of interruptions.
package enum Descriptor {
    /// Writes all of `bytes`.
    package static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, name: String) throws(IOError)
    {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                throw IOError(.write, path: name, code: errno)
            }
            rest = rest.dropFirst(written)
        }
    }

    /// Whether it is a terminal, which a file that isn't text would garble.
    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Reads what there is, at least a byte but at the end; negative where that fails.
    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }
}

// The functions above have the system's names.
private let systemWrite = write
private let systemRead = read
