import Markup

/// What every picture has in common: the outermost element and the text alternative.
enum Picture {
    /// A whole picture.
    ///
    /// - Parameters:
    ///   - width: in pixels.
    ///   - height: in pixels.
    ///   - title: its name for those who don't see it.
    ///   - summary: what it says, in a sentence.
    ///   - idPrefix: makes ids unique on a page with several pictures.
    ///   - cssClass: what the site's style sheet knows it by.
    ///   - isFollowed: whether parts of it lead somewhere: such a picture is a group of links, and no image.
    ///   - body: what is drawn.
    /// - Returns: the whole.
    static func document(
        width: Double,
        height: Double,
        title: String,
        summary: String,
        idPrefix: String,
        cssClass: StaticString,
        isFollowed: Bool = false,
        body: SVG
    ) -> SVG {
        let role: StaticString = isFollowed ? "group" : "img"
        return """
            <svg xmlns='http://www.w3.org/2000/svg' class='\(cssClass)' width='\(width)' height='\(height)' \
            viewBox='0 0 \(width) \(height)' role='\(role)' aria-labelledby='\(idPrefix)-title \(idPrefix)-desc' \
            \(Palette.font)><title id='\(idPrefix)-title'>\(title)</title>\
            <desc id='\(idPrefix)-desc'>\(summary)</desc>\
            <rect class='paper' width='\(width)' height='\(height)' fill='\(Palette.paper)'/>\(body)</svg>
            """
    }
}
