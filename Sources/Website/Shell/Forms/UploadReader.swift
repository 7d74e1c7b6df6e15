/// Reads `multipart/form-data` (RFC 7578) as it arrives: the form's token comes first and is checked before
/// anything else is kept.
package struct UploadReader {
    private let delimiter: [UInt8]
    /// Starts with a line end, so that the first delimiter looks like the others.
    private var pending: [UInt8] = Array("\r\n".utf8)
    private var part: Part?
    private var upload = Upload()
    private var hasToken = false
    private var isFinished = false
    private var total = 0
    private var parts = 0

    /// A part whose headers have been read.
    private struct Part {
        let name: String
        let fileName: String?
        var content: [UInt8] = []
    }

    private static let longestHeaders = 4_096
    private static let headersEnd = Array("\r\n\r\n".utf8)

    package init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

    /// Takes the next bytes of the body.
    ///
    /// - Parameter checkToken: called once, with the first field, which must be the form's token.
    package mutating func read(_ bytes: some Collection<UInt8>, checkToken: (String) throws -> Void) throws {
        total += bytes.count
        guard total <= Limits.uploadBytes else { throw Failure.tooLarge(limitInBytes: Limits.uploadBytes) }
        guard !isFinished else { return }
        pending.append(contentsOf: bytes)
        while try step(checkToken) {}
    }

    /// What was sent, once the body has ended.
    package func finish() throws -> Upload {
        guard isFinished, hasToken else { throw Failure.badRequest("The form broke off before its end.") }
        return upload
    }

    /// Reads one thing that is whole; false when more bytes are needed.
    private mutating func step(_ checkToken: (String) throws -> Void) throws -> Bool {
        guard !isFinished else { return false }
        return part == nil ? try readHeaders() : try readContent(checkToken)
    }

    /// Reads a delimiter and the headers after it.
    private mutating func readHeaders() throws -> Bool {
        guard let start = pending.firstIndex(of: delimiter) else { return try waitForHeaders() }
        let after = start + delimiter.count
        guard pending.count >= after + 2 else { return false }
        if pending[after] == UInt8(ascii: "-"), pending[after + 1] == UInt8(ascii: "-") {
            isFinished = true
            pending = []
            return false
        }
        guard let end = pending[after...].firstIndex(of: Self.headersEnd) else { return try waitForHeaders() }
        parts += 1
        guard parts <= Limits.formFields else { throw Failure.badRequest("The form has too many fields.") }
        part = try Self.part(headers: pending[after..<end])
        pending.removeFirst(end + Self.headersEnd.count)
        return true
    }

    private func waitForHeaders() throws -> Bool {
        guard pending.count <= Self.longestHeaders else {
            throw Failure.badRequest("The form can’t be read.")
        }
        return false
    }

    /// Moves content to the part, and closes the part at the next delimiter.
    private mutating func readContent(_ checkToken: (String) throws -> Void) throws -> Bool {
        guard let end = pending.firstIndex(of: delimiter) else {
            let sure = max(0, pending.count - delimiter.count + 1)
            part?.content.append(contentsOf: pending[..<sure])
            pending.removeFirst(sure)
            return false
        }
        part?.content.append(contentsOf: pending[..<end])
        pending.removeFirst(end)
        if let part { try close(part, checkToken) }
        part = nil
        return true
    }

    private mutating func close(_ part: Part, _ checkToken: (String) throws -> Void) throws {
        if let fileName = part.fileName {
            guard hasToken else { throw Failure.formNotOurs }
            upload.fileName = fileName
            upload.bytes = part.content
            return
        }
        guard let text = String(validating: part.content, as: UTF8.self) else {
            throw Failure.badRequest("The form can’t be read: its text isn’t UTF-8.")
        }
        if hasToken {
            upload.form.append(text, to: part.name)
        } else {
            guard part.name == FormToken.field else { throw Failure.formNotOurs }
            try checkToken(text)
            hasToken = true
        }
    }

    private static func part(headers: ArraySlice<UInt8>) throws -> Part {
        let text = String(decoding: headers, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        guard
            let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = parameter("name", of: disposition)
        else { throw Failure.badRequest("The form can’t be read: a part of it has no name.") }
        return Part(name: name, fileName: parameter("filename", of: disposition))
    }

    /// The quoted value of a header's parameter.
    ///
    /// Browsers write `"` inside it as `%22`.
    private static func parameter(_ name: String, of header: Substring) -> String? {
        guard let start = header.firstRange(of: "; \(name)=\"")?.upperBound else { return nil }
        let value = header[start...].prefix { $0 != "\"" }
        return String(value).replacing("%22", with: "\"")
    }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// Where a sequence of bytes first occurs.
    fileprivate func firstIndex(of pattern: [UInt8]) -> Int? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var start = startIndex
        let last = endIndex - pattern.count
        while start <= last {
            if self[start] == first, self[start..<start + pattern.count].elementsEqual(pattern) {
                return start
            }
            start += 1
        }
        return nil
    }
}
