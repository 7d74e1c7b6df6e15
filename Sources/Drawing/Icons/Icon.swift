package import Markup
package import Statistics

/// A symbol for a variation or an assurance, 24 by 24 pixels, told apart by shape first and colour second.
///
/// The shapes of variation are those of the points of a ``ControlChart``. Those of assurance show a target,
/// and where the process is: in its middle, beside it, or on its rim.
package struct Icon: Sendable {
    /// The word that it stands for.
    package let title: String
    let id: StaticString
    let shape: SVG

    package init(_ variation: Variation) {
        title = variation.title
        (id, shape) = variation.drawing
    }

    package init(_ assurance: Assurance) {
        title = assurance.title
        (id, shape) = assurance.drawing
    }

    /// What ``use(isLabelled:)`` refers to: once on a page, before the first use.
    package static let definitions: SVG = {
        var svg: SVG = "<svg class='definitions' width='0' height='0' aria-hidden='true'>"
        let variations = [Variation.improvement, .concern, .high, .low, .commonCause, .tooFew].map {
            Icon($0)
        }
        let assurances = [Assurance.passing, .failing, .hitOrMiss, .noTarget].map { Icon($0) }
        for icon in variations + assurances {
            svg += "<symbol id='\(icon.id)' viewBox='0 0 24 24'>\(icon.shape)</symbol>"
        }
        svg.append("</svg>")
        return svg
    }()

    /// The symbol, drawn by its definition on the same page.
    ///
    /// - Parameter isLabelled: whether it speaks for itself; false where its word stands beside it.
    /// - Returns: an element of 24 by 24 pixels.
    package func use(isLabelled: Bool) -> SVG {
        isLabelled
            ? """
            <svg class='icon' width='24' height='24' role='img' aria-label='\(title)'>\
            <use href='#\(id)'/></svg>
            """
            : "<svg class='icon' width='24' height='24' aria-hidden='true'><use href='#\(id)'/></svg>"
    }

    /// The symbol as a picture of its own.
    package func svg() -> SVG {
        """
        <svg xmlns='http://www.w3.org/2000/svg' class='icon' width='24' height='24' viewBox='0 0 24 24' \
        role='img' aria-label='\(title)'>\(shape)</svg>
        """
    }
}

extension Variation {
    /// The id of the symbol, and what it looks like.
    fileprivate var drawing: (id: StaticString, shape: SVG) {
        switch self {
        case .improvement:
            (
                "icon-improvement",
                """
                <path class='mark improvement' fill='\(Palette.improvement)' \
                d='M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-14a2 2 0 0 1 2-2z'/>\
                <path class='on-mark' fill='\(Palette.paper)' \
                d='M12 5.2 13.8 9.9 18.8 10.2 14.9 13.4 16.2 18.2 12 15.5 \
                7.8 18.2 9.1 13.4 5.2 10.2 10.2 9.9z'/>
                """
            )
        case .concern:
            (
                "icon-concern",
                """
                <path class='mark concern' fill='\(Palette.concern)' d='M12 1l11 11-11 11-11-11z'/>\
                <path class='on-mark' fill='none' stroke='\(Palette.paper)' stroke-width='2.6' \
                stroke-linecap='round' d='M12 6.8v6M12 17v.1'/>
                """
            )
        case .high:
            ("icon-high", "<path class='mark neither' fill='\(Palette.neither)' d='M12 3l10.4 18h-20.8z'/>")
        case .low:
            ("icon-low", "<path class='mark neither' fill='\(Palette.neither)' d='M12 21l10.4-18h-20.8z'/>")
        case .commonCause:
            (
                "icon-common-cause",
                """
                <circle class='outline' cx='12' cy='12' r='9.5' fill='none' stroke='\(Palette.muted)' \
                stroke-width='1.6'/><path class='outline' fill='none' stroke='\(Palette.muted)' \
                stroke-width='2' stroke-linecap='round' \
                d='M6.5 13.2c1.8-4.6 3.7-4.6 5.5-1.2s3.7 3.4 5.5-1.2'/>
                """
            )
        case .tooFew: tooFewPoints
        }
    }
}

extension Assurance {
    /// The id of the symbol, and what it looks like.
    fileprivate var drawing: (id: StaticString, shape: SVG) {
        switch self {
        case .passing:
            (
                "icon-passing",
                """
                <path class='outline improvement' fill='none' stroke='\(Palette.improvement)' \
                stroke-width='2' d='M17.5 9.3a8.5 8.5 0 1 1-2.8-2.8'/>\
                <path class='outline improvement' fill='none' stroke='\(Palette.improvement)' \
                stroke-width='2.2' stroke-linecap='round' d='M11 13l11-11'/>\
                <circle class='mark improvement' cx='11' cy='13' r='4.2' fill='\(Palette.improvement)'/>
                """
            )
        case .failing:
            (
                "icon-failing",
                """
                <circle class='outline concern' cx='9.5' cy='14.5' r='7.5' fill='none' \
                stroke='\(Palette.concern)' stroke-width='2'/><path class='mark concern' \
                fill='\(Palette.concern)' d='M18.7 .6l4.7 4.7-4.7 4.7-4.7-4.7z'/>
                """
            )
        case .hitOrMiss:
            (
                "icon-hit-or-miss",
                """
                <circle class='outline' cx='10.5' cy='13.5' r='8.5' fill='none' stroke='\(Palette.muted)' \
                stroke-width='2'/><path class='mark common' fill='\(Palette.muted)' \
                stroke='\(Palette.paper)' stroke-width='1.5' \
                d='M11.9 7.4a4.7 4.7 0 1 0 9.4 0a4.7 4.7 0 1 0-9.4 0z'/>
                """
            )
        case .noTarget:
            (
                "icon-no-target",
                """
                <circle class='outline' cx='12' cy='12' r='9.5' fill='none' stroke='\(Palette.line)' \
                stroke-width='1.6' stroke-dasharray='2.6 3.37'/>
                """
            )
        case .tooFew: tooFewPoints
        }
    }
}

private let tooFewPoints: (id: StaticString, shape: SVG) = (
    "icon-too-few",
    """
    <path class='mark common' fill='\(Palette.muted)' \
    d='M2 12a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0zM9.7 12a2.3 2.3 0 1 0 4.6 0a2.3 \
    2.3 0 1 0-4.6 0zM17.4 12a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0z'/>
    """
)
