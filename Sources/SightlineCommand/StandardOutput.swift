import Exchange

/// What a command was asked for.
enum StandardOutput {
    /// Writes a line, and throws where that fails: a full disk must not go unnoticed.
    static func print(_ line: String) throws(IOError) {
        try write(Array((line + "\n").utf8))
    }

    /// Writes bytes as they are.
    static func write(_ bytes: [UInt8]) throws(IOError) {
        try Descriptor.write(bytes[...], to: 1, name: "standard output")
    }
}
