import Glibc

/// Runs `body` with the path of a folder of its own, and removes the files in it and the folder afterwards.
package func withTemporaryFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    var template = Array("/tmp/sightline-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TemporaryFolderError(code: errno) }
    let folder = String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    defer { removeFolder(folder) }
    return try await body(folder)
}

/// The folder could not be made; `code` is the system's.
struct TemporaryFolderError: Error {
    let code: CInt
}

private func removeFolder(_ folder: String) {
    if let listing = opendir(folder) {
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            unlink(folder + "/" + name)
        }
        closedir(listing)
    }
    rmdir(folder)
}
