package import Markup

extension FormState {
    /// Says at the top of the form what is wrong, with a link to each field; nothing where nothing is.
    package var summary: HTML? {
        guard !problems.isEmpty else { return nil }
        let links = problems.map { problem -> HTML in
            "<li><a href=\"#\(problem.field)\">\(problem.named)</a></li>"
        }
        return """
            <div class="error-summary" role="alert" tabindex="-1">
            <h2>Nothing has been saved yet</h2><ul>\(links)</ul></div>
            """
    }

    /// A line of text.
    package func text(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        options: TextOptions = .init()
    ) -> HTML {
        let required: HTML = options.isRequired ? " required" : ""
        // A password is never sent back.
        let value = options.type == .password ? "" : typed[name]
        return field(name, label, hint: hint) { description in
            """
            <input id="\(name)" name="\(name)" type="\(options.type.rawValue)" value="\(value)" \
            autocomplete="\(options.autocomplete)" maxlength="\(options.longest)"\(required)\(description)>
            """
        }
    }

    /// Several lines of text.
    package func paragraph(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        isRequired: Bool = false,
        longest: Int = 4_000
    ) -> HTML {
        let required: HTML = isRequired ? " required" : ""
        return field(name, label, hint: hint) { description in
            """
            <textarea id="\(name)" name="\(name)" rows="4" maxlength="\(longest)"\(required)\(description)>\
            \(typed[name])</textarea>
            """
        }
    }

    /// A file to send; the form must be one of ``Frame/uploadForm(to:content:)``.
    package func file(_ name: String, _ label: String, hint: String? = nil) -> HTML {
        field(name, label, hint: hint) { description in
            "<input id=\"\(name)\" name=\"\(name)\" type=\"file\"\(description)>"
        }
    }

    /// One of a list of choices, each a value and its words.
    package func choice(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        of choices: [(value: String, label: String)]
    ) -> HTML {
        let options = choices.map { choice -> HTML in
            let selected: HTML = choice.value == typed[name] ? " selected" : ""
            return "<option value=\"\(choice.value)\"\(selected)>\(choice.label)</option>"
        }
        return field(name, label, hint: hint) { description in
            "<select id=\"\(name)\" name=\"\(name)\"\(description)>\(options)</select>"
        }
    }

    /// Any number of a list of choices, each a value and its words.
    package func checks(
        _ name: String,
        _ legend: String,
        hint: String? = nil,
        of choices: [(value: String, label: String)]
    ) -> HTML {
        let chosen = typed.all(name)
        let boxes = choices.map { choice -> HTML in
            let id = "\(name)-\(choice.value)"
            let checked: HTML = chosen.contains(choice.value) ? " checked" : ""
            return """
                <div class="choice"><input type="checkbox" id="\(id)" name="\(name)" value="\(choice.value)"\(checked)>\
                <label for="\(id)">\(choice.label)</label></div>
                """
        }
        let hintHTML = hint.map { "<p class=\"hint\">\($0)</p>" as HTML }
        return
            "<fieldset class=\"field\" id=\"\(name)\"><legend>\(legend)</legend>\(hintHTML)\(boxes)</fieldset>"
    }

    /// A field with its label, its hint and what is wrong with it.
    /// - Parameter control: draws the control, given the attributes that tie it to its hint and its error.
    private func field(_ name: String, _ label: String, hint: String?, control: (HTML) -> HTML) -> HTML {
        let problem = problem(with: name)
        let hintHTML = hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as HTML }
        let errorHTML = problem.map { problem -> HTML in
            """
            <p class="field-error" id="\(name)-error"><span class="visually-hidden">Error: \
            </span>\(problem)</p>
            """
        }
        let described = [hint.map { _ in "\(name)-hint" }, problem.map { _ in "\(name)-error" }].compactMap {
            $0
        }
        var attributes: HTML = ""
        if !described.isEmpty { attributes += " aria-describedby=\"\(described.joined(separator: " "))\"" }
        if problem != nil { attributes += " aria-invalid=\"true\"" }
        let wrong: HTML = problem == nil ? "" : " wrong"
        return """
            <div class="field\(wrong)"><label for="\(name)">\(label)</label>\(hintHTML)\(errorHTML)\
            \(control(attributes))</div>
            """
    }

    /// What a line of text may hold.
    package struct TextOptions: Sendable {
        package enum InputType: String, Sendable {
            case text, date, number, email, password
        }

        package var type = InputType.text
        package var isRequired = false
        package var longest = 200
        /// What a browser may fill in, in the words of HTML's autocomplete.
        package var autocomplete = "off"

        package init(
            type: InputType = .text,
            isRequired: Bool = false,
            longest: Int = 200,
            autocomplete: String = "off"
        ) {
            self.type = type
            self.isRequired = isRequired
            self.longest = longest
            self.autocomplete = autocomplete
        }
    }
}
