/// A form with a file, as it was sent.
package struct Upload: Sendable {
    /// The fields besides the file.
    package var form = Form()
    /// What the sender called the file; empty where none was chosen.
    package var fileName = ""
    package var bytes: [UInt8] = []

    /// The boundary that a `multipart/form-data` content type names, or nil.
    package static func boundary(in contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.drop(while: \.isWhitespace) }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let parameter = parts.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
        guard let boundary = parameter?.dropFirst("boundary=".count) else { return nil }
        let unquoted = boundary.filter { $0 != "\"" }
        return (1...70).contains(unquoted.utf8.count) ? String(unquoted) : nil
    }
}
