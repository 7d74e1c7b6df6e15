import Testing

extension Browser {
    /// The forms on the page that are sent to an address, as their text.
    func forms(to action: String) -> [Substring] {
        page.split(separator: "<form ").dropFirst().compactMap { form in
            guard form.contains("action=\"\(action)\"") else { return nil }
            return form.prefix { _ in true }.split(separator: "</form>").first
        }
    }

    /// The hidden fields of the form that is sent to an address and holds some text: what a press of its button sends.
    func hidden(in action: String, holding text: String = "") throws -> [String: String] {
        let form = try #require(
            forms(to: action).first { text.isEmpty || $0.contains(text) },
            "no form to \(action) with \(text)"
        )
        var fields: [String: String] = [:]
        for input in form.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/) {
            fields[String(input.1)] = String(input.2)
        }
        return fields
    }
}
