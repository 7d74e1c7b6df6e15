package import Markup
import Sightline

extension Frame {
    /// A form that is sent to an address, with the token that proves where it comes from.
    package func form(to address: Address, content: HTML) -> HTML {
        let filled = filled(address, content)
        return """
            <form class="form" method="post" action="\(address.path)"\(filled == nil ? nil : Self.draftID)>\
            \(tokenField)\(filled ?? content)</form>
            """
    }

    /// The same for a form with a file.
    ///
    /// The token comes first: it is checked before the file is read.
    package func uploadForm(to address: Address, content: HTML) -> HTML {
        let filled = filled(address, content)
        return """
            <form class="form" method="post" action="\(address.path)" \
            enctype="multipart/form-data"\(filled == nil ? nil : Self.draftID)>\(tokenField)\(filled ?? content)</form>
            """
    }

    private static let draftID: HTML = " id=\"\(Draft.fragment)\""

    /// The form with what was typed before, where that was kept; nil for any other form.
    private func filled(_ address: Address, _ content: HTML) -> HTML? {
        guard let draft, draft.action == address.path, let filled = FilledForm.html(content, draft) else {
            return nil
        }
        let file: HTML? =
            draft.hadFile ? "<p><strong>Choose the file again:</strong> browsers don’t keep it.</p>" : nil
        return """
            <div class="notice"><p>What you typed is back. It has not been saved yet.</p>\(file)</div>\(filled)
            """
    }

    private var tokenField: HTML? {
        formToken.map { "<input type=\"hidden\" name=\"\(FormToken.field)\" value=\"\($0)\">" }
    }
}
