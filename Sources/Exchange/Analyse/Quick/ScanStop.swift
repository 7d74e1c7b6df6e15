/// Why a scan stopped.
enum ScanStop: Error {
    /// The bytes end before the row does.
    case incomplete
    /// The row needs the thorough way.
    case obstacle
}
