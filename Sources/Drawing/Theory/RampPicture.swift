package import Markup
package import Statistics

/// A ramp of cycles as steps that rise to the right, each with its number, its scale and what was decided.
package struct RampPicture: Sendable {
    package struct Step: Sendable {
        package var name: String
        /// How small it was.
        package var scale: String
        /// Where it stands, or what was decided.
        package var state: String

        package init(name: String, scale: String, state: String) {
            self.name = name
            self.scale = scale
            self.state = state
        }
    }

    /// A line of values over time, with a numbered mark on each day on which a step began.
    package struct Strip: Sendable {
        package var days: [Day]
        /// One a day; nil where there is none.
        package var values: [Double?]
        package var marks: [(day: Day, number: Int)]
        package var words: String

        package init(days: [Day], values: [Double?], marks: [(day: Day, number: Int)], words: String) {
            self.days = days
            self.values = values
            self.marks = marks
            self.words = words
        }
    }

    package var title: String
    /// The text alternative.
    package var summary: String
    package var steps: [Step]
    /// What was measured meanwhile, drawn under the steps.
    package var strip: Strip?
    /// Makes ids unique on a page with several pictures.
    package var idPrefix: String

    package init(title: String, summary: String, steps: [Step], idPrefix: String) {
        self.title = title
        self.summary = summary
        self.steps = steps
        self.idPrefix = idPrefix
    }

    private static let stepWidth = 150.0
    private static let rise = 18.0
    private static let textHeight = 62.0

    /// The picture.
    package func svg() -> SVG {
        let height = Self.textHeight + Double(steps.count) * Self.rise + 4
        var body = SVG()
        for (index, step) in steps.enumerated() {
            let x = Double(index) * Self.stepWidth
            let y = Double(steps.count - 1 - index) * Self.rise + Self.textHeight
            body += """
                <rect x='\(x)' y='\(y)' width='\(Self.stepWidth - 3)' height='\(height - y)' \
                fill='\(Palette.sparkBand)' stroke='\(Palette.line)'/>
                """
            let width = Self.stepWidth - 8
            for (line, text) in [step.name, step.scale, step.state].enumerated() {
                body.appendText(
                    TextWidth.fitting(text, in: width, size: 12, isBold: line == 2),
                    x: x + 2,
                    y: y - 42 + Double(line) * 17,
                    size: 12,
                    isMuted: line == 1,
                    isBold: line == 2
                )
            }
        }
        let width = Double(max(steps.count, 1)) * Self.stepWidth
        if let strip { paint(strip, below: height, width: width, in: &body) }
        return Picture.document(
            width: width,
            height: height + (strip == nil ? 0 : Self.stripHeight),
            title: title,
            summary: summary,
            idPrefix: idPrefix,
            cssClass: "ramp",
            body: body
        )
    }
}
