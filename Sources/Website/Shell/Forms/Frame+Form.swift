package import Markup

extension Frame {
    /// A form that is sent to an address, with the token that proves where it comes from.
    package func form(to address: Address, content: HTML) -> HTML {
        "<form class=\"form\" method=\"post\" action=\"\(address.path)\">\(tokenField)\(content)</form>"
    }

    /// The same for a form with a file.
    ///
    /// The token comes first: it is checked before the file is read.
    package func uploadForm(to address: Address, content: HTML) -> HTML {
        """
        <form class="form" method="post" action="\(address.path)" \
        enctype="multipart/form-data">\(tokenField)\(content)</form>
        """
    }

    private var tokenField: HTML? {
        formToken.map { "<input type=\"hidden\" name=\"\(FormToken.field)\" value=\"\($0)\">" }
    }
}
