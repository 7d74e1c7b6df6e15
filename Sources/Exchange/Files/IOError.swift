#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The operating system refused to read or write.
package struct IOError: Error, Equatable, Sendable {
    package enum Operation: String, Sendable {
        case open, read, write
        case makeFolder = "make the folder"
    }

    package var operation: Operation
    package var path: String
    /// What `errno` held.
    package var code: Int32

    package init(_ operation: Operation, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

extension IOError: CustomStringConvertible {
    package var description: String {
        "cannot \(operation.rawValue) \(path): \(String(cString: strerror(code)))"
    }
}
