package import Hummingbird
import Markup

/// What a route answers with.
package struct Answer: Sendable {
    enum Content: Sendable {
        case page(any Page)
        case redirect(String)
        case file(File)
    }

    let content: Content
    let status: HTTPResponse.Status
    private(set) var cookies: [Cookie] = []
    /// Where the browser goes on to by itself.
    private(set) var destination: String?

    package static func page(_ page: some Page, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(content: .page(page), status: status)
    }

    /// Shows a form again, with what was typed and what is wrong with it: nothing has been saved.
    package static func unsaved(_ page: some Page) -> Answer { .page(page, status: .unprocessableContent) }

    /// Shows a form again beside what someone else saved meanwhile: nothing has been saved.
    static func conflict(_ page: some Page) -> Answer { .page(page, status: .conflict) }

    /// Sends the browser on to read what a form has changed.
    package static func redirect(to address: Address, notice: Notice? = nil) -> Answer {
        let path = address.path([Notice.parameter: notice?.rawValue])
        return Answer(content: .redirect(path), status: .seeOther)
    }

    /// Sends the browser on to a place of this site: a path, perhaps with a query and a fragment.
    static func redirect(toPlace place: String) -> Answer {
        Answer(content: .redirect(place), status: .seeOther)
    }

    /// The same, with one more cookie.
    func setting(_ cookie: Cookie) -> Answer {
        var answer = self
        answer.cookies.append(cookie)
        return answer
    }

    /// The same, from which the browser goes on to another site by itself.
    ///
    /// Not a redirect: the site's policy keeps forms from leading elsewhere, even by way of one.
    func refreshing(to address: String) -> Answer {
        var answer = self
        answer.destination = address
        return answer
    }

    package static func file(_ file: File) -> Answer { Answer(content: .file(file), status: .ok) }

    /// Bytes to show or to keep.
    package struct File: Sendable {
        let body: ByteBuffer
        let mediaType: String
        /// What a browser saves it as; nil to show it.
        let name: String?

        package init(_ bytes: some Collection<UInt8>, mediaType: String, name: String? = nil) {
            body = ByteBuffer(bytes: bytes)
            self.mediaType = mediaType
            self.name = name.map(Self.harmless)
        }

        private static let most = 120

        /// A file name that needs no quoting on any system.
        private static func harmless(_ name: String) -> String {
            let kept = name.unicodeScalars.map { scalar in
                let isPlain =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains(scalar))
                return isPlain ? Character(scalar) : "-"
            }
            guard kept.count > most, let dot = kept.lastIndex(of: ".") else {
                return String(kept.prefix(most))
            }
            // The end says what it is.
            let end = kept[dot...].prefix(10)
            return String(kept.prefix(most - end.count) + end)
        }
    }
}

extension Answer {
    /// The response, with the page in its frame.
    func response(in frame: Frame) -> Response {
        var response: Response
        switch content {
        case .page(let page):
            response = Response(
                status: status,
                headers: [.contentType: "text/html; charset=utf-8"],
                body: ResponseBody(byteBuffer: Layout(page: page, frame: frame).bytes)
            )
        case .redirect(let path):
            response = Response(status: status, headers: [.location: path])
        case .file(let file):
            response = Response(
                status: status,
                headers: [.contentType: file.mediaType],
                body: ResponseBody(byteBuffer: file.body)
            )
            if let name = file.name {
                response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
            }
        }
        for cookie in cookies { response.setCookie(cookie) }
        if let destination, let name = HeaderName("Refresh") {
            response.headers[name] = "0; url=\(destination)"
        }
        return response
    }
}
