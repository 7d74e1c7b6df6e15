import Assets
import Crypto
package import Hummingbird

/// A file that pages use and that lives inside the program.
package enum Asset: CaseIterable, Hashable, Sendable {
    case styleSheet
    case icon
    /// Editing a theory in its drawing.
    case theoryScript

    var mediaType: String {
        switch self {
        case .styleSheet: "text/css; charset=utf-8"
        case .icon: "image/svg+xml"
        case .theoryScript: "text/javascript; charset=utf-8"
        }
    }

    /// Its bytes, copied out of the program once.
    package var body: ByteBuffer { Self.embedded[self]?.body ?? ByteBuffer() }

    /// Its name with a digest of its content, so that a browser may keep it for ever.
    fileprivate var fileName: String { Self.embedded[self]?.fileName ?? "" }

    private var source: (stem: String, suffix: String, file: EmbeddedFile) {
        switch self {
        case .styleSheet: ("site", "css", embedded_site_css())
        case .icon: ("icon", "svg", embedded_icon_svg())
        case .theoryScript: ("theory", "js", embedded_theory_js())
        }
    }

    /// The passwords that nobody may choose, one a line.
    static var commonPasswords: UnsafeBufferPointer<UInt8> {
        let file = embedded_common_passwords()
        return UnsafeBufferPointer(start: file.bytes, count: file.count)
    }

    private static let embedded: [Asset: (fileName: String, body: ByteBuffer)] = {
        var embedded: [Asset: (fileName: String, body: ByteBuffer)] = [:]
        for asset in allCases {
            let source = asset.source
            let bytes = UnsafeBufferPointer(start: source.file.bytes, count: source.file.count)
            let digest = SHA256.hash(data: bytes).prefix(6).map { hexadecimal($0) }.joined()
            embedded[asset] = ("\(source.stem)-\(digest).\(source.suffix)", ByteBuffer(bytes: bytes))
        }
        return embedded
    }()

    private static func hexadecimal(_ byte: UInt8) -> String {
        byte < 16 ? "0\(String(byte, radix: 16))" : String(byte, radix: 16)
    }
}

extension Asset: PathParameter {
    package static var example: Asset { .styleSheet }

    package init?(pathText: String) {
        guard let asset = Asset.allCases.first(where: { $0.fileName == pathText }) else { return nil }
        self = asset
    }

    package var pathText: String { fileName }
}
