import ArgumentParser

/// The ends of a command besides success (0) and wrong usage (64), as sysexits.h numbers them.
extension ExitCode {
    /// The data given can't be used.
    static let badData = ExitCode(65)
    /// Something could not be read or written.
    static let inputOutput = ExitCode(74)
}
