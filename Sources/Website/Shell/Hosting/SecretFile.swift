import FoundationEssentials

/// A file that holds one secret.
package enum SecretFile {
    /// Its text, without the line break that editors put at the end.
    ///
    /// - Parameter place: the setting that names the file, for what is said when it can't be read.
    package static func read(_ path: String, for place: String) throws(SettingError) -> String {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw SettingError(place, "\(path) can't be read; it must be a file with the secret in it")
        }
        guard var text = String(validating: data, as: UTF8.self) else {
            throw SettingError(place, "\(path) isn't text in UTF-8")
        }
        while text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty, !text.contains(where: \.isNewline) else {
            throw SettingError(place, "\(path) must hold the secret alone, on one line")
        }
        return text
    }
}
