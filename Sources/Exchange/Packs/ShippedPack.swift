import PackFiles

/// A pack that comes with the program, for any community to take and make its own.
package enum ShippedPack: String, CaseIterable, Sendable {
    case urgentAndEmergencyCare = "urgent-and-emergency-care"
    case joinedUpCare = "joined-up-care"

    /// What it says; every one is sound, which a test sees to.
    package var reading: PackReading {
        Self.readings[self] ?? PackReader.read(Self.contents(of: file))
    }

    /// Read once, and not for every page that lists them.
    private static let readings = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, PackReader.read(contents(of: $0.file))) }
    )

    private var file: PackFile {
        switch self {
        case .urgentAndEmergencyCare: pack_urgent_and_emergency_care()
        case .joinedUpCare: pack_joined_up_care()
        }
    }

    private static func contents(of file: PackFile) -> [UInt8] {
        Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
