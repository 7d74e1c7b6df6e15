import Glibc

/// Strings as C wants them, freed with this object; a null ends the list.
final class CStrings {
    private var copies: [UnsafeMutablePointer<CChar>?]

    init(_ strings: [String]) {
        copies = strings.map { strdup($0) } + [nil]
    }

    deinit { for copy in copies { free(copy) } }

    var pointers: [UnsafePointer<CChar>?] { copies.map { UnsafePointer($0) } }
}
