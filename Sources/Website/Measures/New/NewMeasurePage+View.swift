import Drawing
import Markup
import Sightline
import Statistics
import Storage

extension NewMeasurePage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div><p class="kicker">\(unit.name)</p><h1>Add a measure</h1>
        <p>Say what is counted so that a stranger would count the same. Numbers come afterwards, by \
        import.</p></div>
        \(frame.form(to: .newMeasure(unit.id), content: fields))
        </div>
        """
    }

    private var fields: HTML {
        "\(form.summary)\(what)\(counting)\(chart)\(audience)\(origin)<button>Add it</button>"
    }

    private var what: HTML {
        """
        <fieldset class="panel"><legend>What it is</legend>
        \(form.text("title", "Title", options: .init(isRequired: true)))
        \(form.text("key", "Key in files", hint: Self.keyHint))
        \(form.paragraph("why", "Why it matters", hint: "In the words of those whom it touches."))
        \(form.text("domain", "What it is about", hint: "To group a table by, such as Urgent care."))
        \(form.choice("stakeholder", "For whom", of: Stakeholder.allCases.map { ($0.rawValue, $0.plural) }))
        \(form.choice("role", "Kind", hint: Self.roleHint, of: Self.roles))
        \(form.choice("better", "Better is", of: Direction.allCases.map { ($0.rawValue, $0.words) }))
        </fieldset>
        """
    }

    private var counting: HTML {
        """
        <fieldset class="panel"><legend>How it is counted</legend>
        \(form.paragraph("numerator", "What is counted", isRequired: true))
        \(form.paragraph("denominator", "Out of what", hint: "Leave it empty for a plain number or a count."))
        \(form.choice("period", "How often", of: Period.allCases.map { ($0.rawValue, "Every \($0.rawValue)") }))
        \(form.text("unit", "Unit", hint: "Such as %, £, days or per 1,000. Leave it empty for plain numbers."))
        \(form.text("decimals", "Decimals", options: .init(type: .number)))
        \(form.text("multiplier", "Multiply by", hint: "100 for a percentage, 1000 for a rate per 1,000, otherwise 1."))
        \(form.text("target", "Target (optional)", hint: "In the unit above."))
        </fieldset>
        """
    }

    private var chart: HTML {
        let kinds = ChartKind.allCases.filter { !$0.needsSubgroups }
        return """
            <fieldset class="panel"><legend>How it is judged</legend>
            \(form.choice("chart", "Chart", hint: Self.chartHint, of: kinds.map { ($0.rawValue, $0.title) }))
            \(form.choice("rules", "Rules", of: RuleSet.Name.allCases.map { ($0.rawValue, $0.title) }))
            </fieldset>
            """
    }

    private var audience: HTML {
        """
        <fieldset class="panel"><legend>Who may see it</legend>
        \(form.choice("visibility", "Its numbers are for", hint: isShared ? nil : Self.keepingHint, of: visibilities))
        </fieldset>
        """
    }

    private var visibilities: [(value: String, label: String)] {
        let narrowest =
            isShared ? "those whose role reaches the unit that they are about" : "\(unit.name) only"
        return [
            (Visibility.unit.rawValue, narrowest), (Visibility.place.rawValue, "everyone in the same place"),
            (Visibility.community.rawValue, "everyone in the community"),
        ]
    }

    private var origin: HTML {
        """
        <fieldset class="panel"><legend>Where it comes from</legend>
        \(form.text("source", "Source"))
        \(form.text("licence", "Licence"))
        \(form.text("attribution", "Attribution", hint: "The words that the licence asks to be shown."))
        \(form.text("owner", "Who answers for it"))
        \(form.text("next-review", "Next review", options: .init(type: .date)))
        \(form.text("reporting-days", "Days after a period until its data is expected", options: .init(type: .number)))
        </fieldset>
        """
    }
}

extension NewMeasurePage {
    private static let keyHint = """
        Lower-case letters, digits and hyphens: seen-within-four-hours. Leave it empty to have one made \
        from the title.
        """
    private static let keepingHint = """
        What a unit keeps to itself nobody above it can read, the community’s administrators included. They see \
        that it exists and who to ask.
        """
    private static let roleHint = "A balancing measure shows what a change may make worse."
    private static let chartHint = """
        Proportions: P, or P′ where denominators are in the thousands. Rates: U or U′. Counts: C. \
        Rare events: G or T. Anything else: XmR.
        """
    private static let roles = Measure.Role.allCases.map {
        (value: $0.rawValue, label: $0.rawValue.capitalised)
    }
}

extension String {
    /// With a capital first letter.
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
