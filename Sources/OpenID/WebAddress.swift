import FoundationEssentials

/// The rule for addresses that secrets and identities travel to.
package enum WebAddress {
    /// Whether an address is https, or http on this very machine, with a host and nobody's name in it.
    package static func isSafe(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ (33...126).contains($0) }), let address = URL(string: text),
            let host = address.host, !host.isEmpty, address.user == nil, address.password == nil,
            address.fragment == nil
        else { return false }
        switch address.scheme {
        case "https": return true
        case "http": return ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host)
        default: return false
        }
    }

    /// A query or a form's body.
    static func fields(_ pairs: [(String, String)]) -> String {
        pairs.map { "\(encode($0))=\(encode($1))" }.joined(separator: "&")
    }

    /// Everything encoded but the unreserved characters of RFC 3986.
    static func encode(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126:
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += byte < 16 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }
}
