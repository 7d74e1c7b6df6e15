import Hummingbird

extension Browser {
    /// Sends a form with a file as the page that is shown would.
    mutating func upload(_ path: String, _ fields: [String: String], file: String? = nil) async throws {
        let boundary = "the-boundary-of-a-test"
        var body = ""
        func add(_ name: String, _ rest: String, _ value: String) {
            body +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(rest)\r\n\r\n\(value)\r\n"
        }
        add("form-token", "", token ?? "")
        for (name, value) in fields { add(name, "", value) }
        add("file", "; filename=\"\(file == nil ? "" : "returns.csv")\"", file ?? "")
        body += "--\(boundary)--\r\n"
        try await send(
            .post,
            path,
            [.contentType: "multipart/form-data; boundary=\(boundary)"],
            ByteBuffer(string: body)
        )
    }
}
