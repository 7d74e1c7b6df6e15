import ArgumentParser
import Sightline
import Storage

/// Units and measures by what the command line calls them.
enum Named {
    /// - Throws: the exit status of wrong usage, when no unit has the code.
    static func unit(_ code: String, on connection: any SQLConnection) throws -> Unit {
        guard let unit = try UnitStore.find(code: code, on: connection) else {
            StandardError.print("no unit has the code \(code)")
            throw ExitCode.validationFailure
        }
        return unit
    }

    /// - Throws: the exit status of wrong usage, when no measure has the key.
    static func measure(_ key: String, on connection: any SQLConnection) throws -> Measure {
        guard let measure = try MeasureStore.find(key: key, on: connection) else {
            StandardError.print("no measure has the key \(key)")
            throw ExitCode.validationFailure
        }
        return measure
    }
}
