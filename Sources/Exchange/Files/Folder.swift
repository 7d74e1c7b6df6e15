#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

package enum Folder {
    /// Makes a folder, and those above it, where they don't exist.
    package static func make(_ path: String) throws(IOError) {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/", omittingEmptySubsequences: true) {
            folder += "/" + part
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
                throw IOError(.makeFolder, path: folder, code: errno)
            }
        }
    }
}
