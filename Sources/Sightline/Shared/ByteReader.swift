/// Reads what ``ByteWriter`` wrote; bytes that it can't have written throw ``CodecError/malformed``.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() throws(CodecError) -> UInt8 {
        guard position < bytes.count else { throw .malformed }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func unsigned() throws(CodecError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try byte()
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        throw .malformed
    }

    mutating func signed() throws(CodecError) -> Int64 {
        let number = try unsigned()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    mutating func double() throws(CodecError) -> Double { Double(bitPattern: try fixed()) }

    mutating func float() throws(CodecError) -> Float { Float(bitPattern: try fixed()) }

    private mutating func fixed<Bits: FixedWidthInteger>() throws(CodecError) -> Bits {
        let size = Bits.bitWidth / 8
        guard bytes.count - position >= size else { throw .malformed }
        var bits: Bits = 0
        for offset in (0..<size).reversed() { bits = bits << 8 | Bits(bytes[position + offset]) }
        position += size
        return bits
    }

    mutating func column(_ count: Int) throws(CodecError) -> [Double] {
        let kind = try byte()
        guard kind <= 1 else { throw .malformed }
        var numbers: [Double] = []
        numbers.reserveCapacity(count)
        for _ in 0..<count { numbers.append(kind == 1 ? Double(try signed()) : try double()) }
        return numbers
    }
}
