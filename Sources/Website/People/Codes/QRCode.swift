import CQRCode
import Drawing
import Markup

/// A text as a QR code.
enum QRCode {
    /// The picture of a text; nil for one that is longer than a code can hold.
    static func picture(of text: String, label: String) -> SVG? {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        // The lowest bit of each byte says whether the field is dark.
        let fields = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
        return GridPicture(fields: fields, width: width)?.svg(side: 240, label: label)
    }
}
