import ArgumentParser
import Exchange
import Sightline
import Storage
import StorageSQLite
import Website

/// Runs what a command does; an error becomes a sentence on standard error and a status to end with.
func reporting<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as SQLiteFileInUse {
        let owner = error.owner.map { "process \($0)" } ?? "another process"
        StandardError.print(
            "\(error.path): \(owner) has it open, perhaps `sightline serve`; stop that first, or do this on the website"
        )
        throw ExitCode.inputOutput
    } catch let error as SQLiteForeignFile {
        StandardError.print("\(error.path): another program made this database; name one of sightline")
        throw ExitCode.badData
    } catch let error as DamagedEdition {
        StandardError.print(
            "database: \(error); keep it as it is, see what else sightline doctor finds, and restore a backup"
        )
        throw ExitCode.badData
    } catch let error as ListeningFailure {
        StandardError.print("\(error)")
        throw ExitCode.inputOutput
    } catch let error as SettingError {
        StandardError.print("\(error)")
        throw ExitCode.badData
    } catch let error as SQLError {
        StandardError.print("database: \(error.message.isEmpty ? "\(error.kind)" : error.message)")
        throw error.kind == .damaged ? ExitCode.badData : ExitCode.inputOutput
    } catch let error as MigrationError {
        StandardError.print("database: \(error.sentence)")
        throw ExitCode.badData
    } catch let error as RecordError {
        StandardError.print(error.sentence)
        throw ExitCode.badData
    } catch let error as NewNames.Failure {
        StandardError.print(error.sentence)
        throw ExitCode.badData
    } catch let error as WorkbookError {
        StandardError.print("workbook: \(error)")
        throw error.isAboutData ? ExitCode.badData : ExitCode.inputOutput
    } catch let error as IOError {
        StandardError.print("\(error)")
        throw ExitCode.inputOutput
    }
}

extension RecordError {
    /// Those that reading a file finds beforehand never come here.
    fileprivate var sentence: String {
        switch self {
        case .reasonMissing: "--reason needs a text"
        case .notChartable(let key, let error):
            "a series of measure \(key.measure) can't be charted as the measure says: \(error)"
        case .inBin: "the file has rows for a series that is in the bin: take it out of the bin first"
        default: "the observations can't be recorded: \(self)"
        }
    }
}

extension NewNames.Failure {
    fileprivate var sentence: String {
        switch self {
        case .severalCommunities(let names):
            "--create-missing: say with --under in which unit new ones lie: \(names.joined(separator: ", "))"
        case .unsoundMeasure(let name, let error):
            "no measure can be made of \"\(name)\": \(error.problems.map(\.sentence).joined(separator: " "))"
        case .unsoundUnit(let name, let error): "no unit can be made of \"\(name)\": \(error)"
        }
    }
}

extension MigrationError {
    fileprivate var sentence: String {
        switch self {
        case .unknown(let number, let name):
            "step \(number) (\(name)) of its tables is unknown here: a newer sightline wrote it, so use that one"
        case .changed(let number, let name):
            "step \(number) (\(name)) of its tables differs from this program's: another program wrote it"
        case .behind(let newest, let wanted):
            "its tables stand at step \(newest), and this program needs step \(wanted)"
        }
    }
}
