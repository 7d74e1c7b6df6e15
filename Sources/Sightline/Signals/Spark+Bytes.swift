extension Spark {
    private static let version: UInt8 = 1
    /// Beside the mark, in the same byte: the point has a value.
    private static let hasValue: UInt8 = 0x80

    /// For the database: version, then a byte of mark for each point, followed by its value where it has one.
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 1 + points.count * 5)
        writer.byte(Self.version)
        for point in points {
            writer.byte(point.mark.rawValue | (point.value == nil ? 0 : Self.hasValue))
            if let value = point.value { writer.float(value) }
        }
        return writer.bytes
    }

    /// - Throws: ``CodecError`` where the bytes aren't what ``bytes`` gives.
    init(_ bytes: [UInt8]) throws(CodecError) {
        var reader = ByteReader(bytes)
        let version = try reader.byte()
        guard version == Self.version else { throw .unknownVersion(version) }
        points = []
        while !reader.isAtEnd {
            let byte = try reader.byte()
            guard let mark = Mark(rawValue: byte & ~Self.hasValue) else { throw .malformed }
            points.append(Point(value: byte & Self.hasValue == 0 ? nil : try reader.float(), mark: mark))
        }
    }
}
