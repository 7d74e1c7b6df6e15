import Testing
import Website

struct UploadReaderTests {
    private static let body = """
        --XX\r
        Content-Disposition: form-data; name="form-token"\r
        \r
        abc\r
        --XX\r
        Content-Disposition: form-data; name="note"\r
        \r
        first try\r
        --XX\r
        Content-Disposition: form-data; name="file"; filename="a%22b.csv"\r
        Content-Type: text/csv\r
        \r
        date,value\r
        2024-01-01,1\r
        --X\r
        \r
        --XX--\r

        """

    private func read(_ body: String, by size: Int) throws -> Upload {
        var reader = UploadReader(boundary: "XX")
        let bytes = Array(body.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try reader.read(bytes[start..<min(start + size, bytes.count)]) { token in
                guard token == "abc" else { throw Failure.formNotOurs }
            }
        }
        return try reader.finish()
    }

    @Test func `more than may be sent is refused as soon as it comes, whatever it is`() throws {
        var reader = UploadReader(boundary: "XX")
        try reader.read(Array(Self.body.utf8)) { _ in }
        // What follows the end of the form is looked at no more, and still counts.
        let piece = Array(repeating: UInt8(ascii: "x"), count: 1_000_000)
        for _ in 0..<49 { try reader.read(piece) { _ in } }
        #expect(throws: Failure.tooLarge(limitInBytes: Limits.uploadBytes)) {
            try reader.read(piece) { _ in }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 64, 10_000])
    func `a file is read whole, however its bytes arrive`(size: Int) throws {
        let upload = try read(Self.body, by: size)
        #expect(upload.fileName == "a\"b.csv")
        #expect(String(decoding: upload.bytes, as: UTF8.self) == "date,value\r\n2024-01-01,1\r\n--X\r\n")
        #expect(upload.form["note"] == "first try")
    }

    @Test func `a form without its token is refused before the file is kept`() {
        let late = Self.body.replacing("name=\"form-token\"", with: "name=\"other\"")
        #expect(throws: Failure.formNotOurs) { try read(late, by: 64) }
    }

    @Test func `a form with another token is refused`() {
        #expect(throws: Failure.formNotOurs) { try read(Self.body.replacing("abc", with: "abd"), by: 64) }
    }

    @Test(arguments: ["", "--XX", "--XX\r\n", "no form at all"])
    func `a form that breaks off is refused`(body: String) {
        #expect(throws: Failure.self) { try read(body, by: 5) }
    }

    @Test func `a form that is cut before its end is refused`() {
        #expect(throws: Failure.self) { try read(String(Self.body.dropLast(6)), by: 16) }
    }

    @Test func `headers that never end are refused`() {
        let endless =
            "--XX\r\nContent-Disposition: form-data; name=\"" + String(repeating: "x", count: 10_000)
        #expect(throws: Failure.self) { try read(endless, by: 512) }
    }

    struct ContentType: Sendable {
        let text: String
        let boundary: String?
    }

    @Test(arguments: [
        ContentType(text: "multipart/form-data; boundary=abc", boundary: "abc"),
        ContentType(text: "Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", boundary: "a b"),
        ContentType(text: "multipart/form-data", boundary: nil),
        ContentType(text: "multipart/form-data; boundary=", boundary: nil),
        ContentType(text: "text/plain; boundary=abc", boundary: nil),
        ContentType(text: "", boundary: nil),
    ])
    func `the boundary is read from the content type`(type: ContentType) {
        #expect(Upload.boundary(in: type.text) == type.boundary)
    }
}
