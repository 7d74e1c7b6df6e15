/// JSON of any shape.
enum JSONTree: Decodable, Equatable, Sendable {
    case none
    case truth(Bool)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .none
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONTree].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }
}

/// The fields of an object in a file of settings, which knows where it stands and what was asked of it.
final class SettingFields {
    /// The file's folder, for paths in it.
    let folder: String
    private let path: String
    private let fields: [String: JSONTree]
    private var asked: Set<String> = []

    init(_ tree: JSONTree, at path: String, folder: String) throws(SettingError) {
        guard case .object(let fields) = tree else { throw SettingError(path, "must be an object: {…}") }
        self.fields = fields
        self.path = path
        self.folder = folder
    }

    func place(_ name: String) -> String { "\(path): \(name)" }

    func error(_ name: String, _ sentence: String) -> SettingError { SettingError(place(name), sentence) }

    func text(_ name: String) throws(SettingError) -> String {
        guard let text = try optionalText(name) else { throw error(name, "is missing") }
        return text
    }

    func optionalText(_ name: String) throws(SettingError) -> String? {
        guard let value = value(name) else { return nil }
        guard case .text(let text) = value, !text.isEmpty else { throw error(name, "must be a text") }
        return text
    }

    func texts(_ name: String) throws(SettingError) -> [String] {
        guard let value = value(name) else { return [] }
        guard case .list(let list) = value else { throw error(name, "must be a list of texts: [\"…\"]") }
        var texts: [String] = []
        for item in list {
            guard case .text(let text) = item, !text.isEmpty else {
                throw error(name, "must be a list of texts: [\"…\"]")
            }
            texts.append(text)
        }
        return texts
    }

    func object(_ name: String) throws(SettingError) -> SettingFields? {
        guard let value = value(name) else { return nil }
        return try SettingFields(value, at: place(name), folder: folder)
    }

    func objects(_ name: String) throws(SettingError) -> [SettingFields] {
        guard case .list(let list) = value(name) else { throw error(name, "must be a list: [{…}]") }
        var objects: [SettingFields] = []
        for (index, item) in list.enumerated() {
            objects.append(try SettingFields(item, at: "\(place(name))[\(index)]", folder: folder))
        }
        return objects
    }

    /// Refuses a field that nobody asked for: a misspelt one would silently do nothing.
    func refuseOthers() throws(SettingError) {
        if let other = fields.keys.sorted().first(where: { !asked.contains($0) }) {
            throw error(other, "is unknown; there are \(asked.sorted().joined(separator: ", "))")
        }
    }

    private func value(_ name: String) -> JSONTree? {
        asked.insert(name)
        let value = fields[name]
        return value == JSONTree.none ? nil : value
    }
}
