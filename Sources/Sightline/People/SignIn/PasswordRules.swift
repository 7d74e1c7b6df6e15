/// Which passwords are taken: long ones that aren't among the first that anybody would try.
///
/// No rules of composition and no expiry, as NIST SP 800-63B (section 3.1.1.2) advises.
package struct PasswordRules: Sendable {
    package static let shortest = 12
    package static let longest = 128

    private let common: Set<String>

    /// - Parameter common: the commonest passwords, one a line.
    package init(common: some Collection<UInt8>) {
        self.common = Set(
            common.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        )
    }

    package enum Problem: Error, Equatable, Sendable {
        case tooShort, tooLong
        /// One of the commonest, or made of nothing but those.
        case common
        /// Made of the person's own name or address.
        case ofPerson
    }

    /// What is wrong with a password, or nil.
    package func problem(with password: String, of person: Person?) -> Problem? {
        let normal = PasswordText(password)
        let count = normal.count
        if count < Self.shortest { return .tooShort }
        if count > Self.longest { return .tooLong }
        let folded = normal.text.lowercased()
        let core = folded.filter(\.isLetter)
        if isCommon(folded) || common.contains(core) || Set(folded).count < 4 { return .common }
        let own = ([person?.name, person?.email].compactMap { $0?.lowercased().filter(\.isLetter) })
            .filter { $0.count >= 4 }
        return own.contains { core == $0 || core == $0 + $0 } ? .ofPerson : nil
    }

    /// Whether a text is one or several of the commonest passwords put together.
    private func isCommon(_ text: String) -> Bool {
        var reached: Set<String.Index> = [text.startIndex]
        var next = [text.startIndex]
        while let start = next.popLast() {
            for length in 4...max(4, text.count) {
                guard let end = text.index(start, offsetBy: length, limitedBy: text.endIndex) else { break }
                guard !reached.contains(end), common.contains(String(text[start..<end])) else { continue }
                if end == text.endIndex { return true }
                reached.insert(end)
                next.append(end)
            }
        }
        return false
    }
}
