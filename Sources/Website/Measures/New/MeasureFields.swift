import Drawing
import Markup
import Sightline
import Statistics

/// The fields of a measure, the same for a new one and for one that is changed.
struct MeasureFields {
    let form: FormState
    /// The name of the unit that keeps the measure; nil for one that all share.
    let keeper: String?

    var html: HTML { "\(what)\(counting)\(chart)\(audience)\(origin)" }

    private var what: HTML {
        """
        <fieldset class="panel"><legend>What it is</legend>
        \(form.text("title", "Title", options: limit(.title, isRequired: true)))
        \(form.text("key", "Key in files", hint: Self.keyHint, options: limit(.key)))
        \(paragraph(.why, "Why it matters", hint: "In the words of those whom it touches."))
        \(form.text("domain", "What it is about", hint: Self.domainHint, options: limit(.domain)))
        \(form.choice("stakeholder", "For whom", of: Stakeholder.allCases.map { ($0.rawValue, $0.plural) }))
        \(form.choice("role", "Kind", hint: Self.roleHint, of: Self.roles))
        \(form.choice("better", "Better is", of: Direction.allCases.map { ($0.rawValue, $0.words) }))
        </fieldset>
        """
    }

    private var counting: HTML {
        """
        <fieldset class="panel"><legend>How it is counted</legend>
        \(paragraph(.numerator, "What is counted", isRequired: true))
        \(paragraph(.denominator, "Out of what", hint: "Leave it empty for a plain number or a count."))
        \(form.choice("period", "How often", of: Period.allCases.map { ($0.rawValue, "Every \($0.rawValue)") }))
        \(form.text("unit", "Unit", hint: Self.unitHint, options: limit(.unit)))
        \(form.text("decimals", "Decimals", options: .init(type: .number)))
        \(form.text("multiplier", "Multiply by", hint: Self.multiplierHint))
        \(form.paragraph("target", "Targets (optional)", hint: Self.targetHint))
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
        \(form.choice("visibility", "Its numbers are for", hint: visibilityHint, of: visibilities))
        \(form.text("disclosure", Self.smallLabel, hint: Self.smallHint, options: .init(type: .number)))
        \(form.choice("disclosure-zeros", "A count of none", of: [("no", "is shown"), ("yes", "is withheld too")]))
        \(form.choice("disclosure-rounding", "Other counts are shown", of: Self.roundings))
        </fieldset>
        """
    }

    private var visibilityHint: String? { keeper == nil ? nil : Self.keepingHint }

    private var visibilities: [(value: String, label: String)] {
        let narrowest = keeper.map { "\($0) only" } ?? "those whose role reaches the unit that they are about"
        return [
            (Visibility.unit.rawValue, narrowest), (Visibility.place.rawValue, "everyone in the same place"),
            (Visibility.community.rawValue, "everyone in the community"),
        ]
    }

    private var origin: HTML {
        """
        <fieldset class="panel"><legend>Where it comes from</legend>
        \(form.text("source", "Source", options: limit(.source)))
        \(form.text("licence", "Licence", options: limit(.licence)))
        \(form.text("attribution", "Attribution", hint: Self.attributionHint, options: limit(.attribution)))
        \(form.text("owner", "Who answers for it", options: limit(.owner)))
        \(form.text("next-review", "Next review", options: .init(type: .date)))
        \(form.text("reporting-days", "Days after a period until its data is expected", options: .init(type: .number)))
        </fieldset>
        """
    }
}

extension MeasureFields {
    /// A line may be as long as what it becomes.
    private func limit(_ field: MeasureProblem.Field, isRequired: Bool = false) -> FormState.TextOptions {
        .init(isRequired: isRequired, longest: field.longest ?? 200)
    }

    private func paragraph(
        _ field: MeasureProblem.Field,
        _ label: String,
        hint: String? = nil,
        isRequired: Bool = false
    ) -> HTML {
        form.paragraph(
            field.rawValue,
            label,
            hint: hint,
            isRequired: isRequired,
            longest: field.longest ?? 4_000
        )
    }

    private static let domainHint = "To group a table by, such as Urgent care."
    private static let unitHint = "Such as %, £, days or per 1,000. Leave it empty for plain numbers."
    private static let multiplierHint = "100 for a percentage, 1000 for a rate per 1,000, otherwise 1."
    private static let targetHint = """
        In the unit above. A number alone holds always. Where it changes, one line each with the day from which it \
        holds: 2025-04-01 78, and below it 2026-04-01 82.
        """
    private static let attributionHint = "The words that the licence asks to be shown."
    private static let keyHint = """
        Lower-case letters, digits and hyphens: seen-within-four-hours. Leave it empty to have one made \
        from the title.
        """
    private static let keepingHint = """
        What a unit keeps to itself nobody above it can read, the community’s administrators included. They see \
        that it exists and who to ask.
        """
    private static let smallLabel = "Withhold counts below (optional)"
    private static let smallHint = """
        Where people are counted, a small number may point at someone: 5 withholds 1 to 4. It holds for everyone \
        outside the organisation that the numbers are about; as many others are withheld as it takes that none can be \
        worked out.
        """
    private static let roundings =
        [(value: "", label: "as they are")]
        + DisclosureRule.roundings.map { (value: "\($0)", label: "to the nearest \($0)") }
    private static let roleHint = "A balancing measure shows what a change may make worse."
    private static let chartHint = """
        Proportions: P, or P′ where denominators are in the thousands. Rates: U or U′. Counts: C. \
        Rare events: G or T. Anything else: XmR.
        """
    private static let roles = Measure.Role.allCases.map {
        (value: $0.rawValue, label: $0.rawValue.capitalised)
    }
}
