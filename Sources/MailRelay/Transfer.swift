import CCurl

/// One letter's way to a relay: a handle of libcurl, freed with this object.
final class Transfer {
    private let handle: UnsafeMutableRawPointer
    private let relay: MailRelay

    /// libcurl must be set up once, by one thread.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(to relay: MailRelay) throws(RelayError) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw .failed(number: Int(CURLE_FAILED_INIT.rawValue))
        }
        self.handle = handle
        self.relay = relay
    }

    deinit { curl_easy_cleanup(handle) }

    func run(_ message: [UInt8], from sender: String, to recipient: String) throws(RelayError) {
        try prepare()
        try check(curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(sender)>"))
        var recipients: UnsafeMutablePointer<curl_slist>?
        recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        try check(curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
        let reader = Reader(message)
        try check(
            curl_set_reader(
                handle,
                { buffer, size, count, context in
                    guard let buffer, let context else { return 0 }
                    let reader = Unmanaged<Reader>.fromOpaque(context).takeUnretainedValue()
                    return reader.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
                },
                Unmanaged.passUnretained(reader).toOpaque()
            )
        )
        try check(curl_set_number(handle, CURLOPT_UPLOAD, 1))
        let code = withExtendedLifetime(reader) { curl_easy_perform(handle) }
        guard code == CURLE_OK else { throw error(code) }
    }

    private func prepare() throws(RelayError) {
        let scheme = relay.security == .implicit ? "smtps" : "smtp"
        let host = relay.host.contains(":") ? "[\(relay.host)]" : relay.host
        try check(curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"))
        try check(curl_set_text(handle, CURLOPT_URL, "\(scheme)://\(host):\(relay.port)"))
        // No signals: other threads run. No proxy that an environment variable may name.
        try check(curl_set_number(handle, CURLOPT_NOSIGNAL, 1))
        try check(curl_set_text(handle, CURLOPT_PROXY, ""))
        try check(curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, min(10, relay.limitInSeconds)))
        try check(curl_set_number(handle, CURLOPT_TIMEOUT, relay.limitInSeconds))
        if relay.security != .none {
            try check(curl_set_number(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)))
            // TLS 1.2 or newer: libcurl's number for it.
            try check(curl_set_number(handle, CURLOPT_SSLVERSION, 6))
        }
        if let file = relay.trustFile { try check(curl_set_text(handle, CURLOPT_CAINFO, file)) }
        if let credentials = relay.credentials {
            try check(curl_set_text(handle, CURLOPT_USERNAME, credentials.user))
            try check(curl_set_text(handle, CURLOPT_PASSWORD, credentials.password))
        }
    }

    private func check(_ code: CURLcode) throws(RelayError) {
        guard code == CURLE_OK else { throw error(code) }
    }

    private func error(_ code: CURLcode) -> RelayError {
        switch code {
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_OPERATION_TIMEDOUT: return .unreachable
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION,
            CURLE_SSL_CACERT_BADFILE:
            return .insecure
        case CURLE_LOGIN_DENIED: return .credentials
        default:
            let answered = curl_response_code(handle)
            return (400...599).contains(answered)
                ? .refused(code: answered) : .failed(number: Int(code.rawValue))
        }
    }

    /// What libcurl reads a letter from.
    private final class Reader {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) { rest = bytes[...] }

        func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
            let piece = rest.prefix(buffer.count)
            buffer.copyBytes(from: piece)
            rest = rest.dropFirst(piece.count)
            return piece.count
        }
    }
}
