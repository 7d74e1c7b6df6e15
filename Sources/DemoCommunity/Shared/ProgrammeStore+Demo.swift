import Sightline
import Storage

extension UnitStore {
    /// A unit that the demo has made before.
    static func made(_ code: String, on connection: any SQLConnection) throws -> Unit {
        guard let unit = try find(code: code, on: connection) else { throw DemoError.unknownUnit(code) }
        return unit
    }
}

extension ProgrammeStore {
    /// A programme that the demo has made before, by its title.
    static func made(
        _ title: String,
        in code: String,
        on connection: any SQLConnection
    ) throws -> Programme {
        let all = try all(of: UnitStore.made(code, on: connection).id, on: connection)
        guard let found = all.first(where: { $0.title == title }) else {
            throw DemoError.unknownUnit(title)
        }
        return found
    }
}
