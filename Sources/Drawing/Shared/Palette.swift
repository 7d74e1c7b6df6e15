import Markup

/// The colours of every picture: fall-backs, in presentation attributes, for what the site's style sheet sets
/// by class.
///
/// On white, every colour of a mark or of text has a contrast of at least 4.5:1, of a line 3:1; the grid and
/// the bands carry no meaning of their own.
package enum Palette {
    package static let paper: StaticString = "#fff"
    package static let ink: StaticString = "#141a21"
    package static let muted: StaticString = "#525d6a"
    package static let line: StaticString = "#7d8896"
    package static let grid: StaticString = "#e3e6eb"
    package static let band: StaticString = "#f0f2f5"
    /// The room between the limits where there is no line around it.
    package static let sparkBand: StaticString = "#dfe4ea"
    package static let improvement: StaticString = "#0b5fb0"
    package static let concern: StaticString = "#ad4a00"
    package static let neither: StaticString = "#6a3fa5"

    /// The attributes of a picture's outermost element: fonts that most machines have one of.
    static let font: SVG = """
        font-family='system-ui,-apple-system,Segoe UI,Roboto,Helvetica Neue,Noto Sans,Liberation Sans,Arial,\
        sans-serif'
        """
}
