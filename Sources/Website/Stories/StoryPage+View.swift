import Markup
import Sightline
import Statistics
import Storage

extension StoryPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <div class="title"><div><p class="kicker"><a href="\(Address.stories(unit.id).path)">Stories and learning \
        notes of \(unit.name)</a></p><h1>\(story.title)</h1></div>\(mayChange ? change : nil)</div>
        <p class="line"><span class="tag">\(story.kind.word)</span> <span class="muted">\(told)</span></p>
        \(part("What changed", story.changed))
        \(part("Why it matters", story.matters))
        \(chosen)
        \(arrows.section)
        <section><h2>Who can see this?</h2><p>\(story.audienceWords)</p>\
        <p class="muted">\(AudienceSentences.server)</p></section>
        \(mayChange && story.kind == .story ? consent(in: frame) : nil)
        \(mayChange ? history.section(in: frame, [.init(address: .storyDetails(unit.id, story.id))]) : nil)
        \(mayChange ? deletion(in: frame) : nil)
        </div>
        """
    }

    private var change: HTML {
        "<a class=\"button\" href=\"\(Address.storyDetails(unit.id, story.id).path)\">Change it</a>"
    }

    private var told: HTML {
        let of: HTML? = about.map { ", of <a href=\"\($0.address.path)\">\($0.label)</a>" }
        return "Told on \(story.day.words)\(of). Written down by \(story.author.name)."
    }

    private func part(_ heading: String, _ text: String) -> HTML {
        let paragraphs = text.split(whereSeparator: \.isNewline).map { "<p>\(String($0))</p>" as HTML }
        return "<section class=\"prose\"><h2>\(heading)</h2>\(paragraphs)</section>"
    }

    private var chosen: HTML? {
        guard !story.chosenBy.isEmpty else { return nil }
        return """
            <section class="prose"><h2>Who chose it, and why</h2><p>\(story.chosenBy): \(story.chosenBecause)</p>\
            </section>
            """
    }

    // MARK: Consent

    private func consent(in frame: Frame) -> HTML {
        let rows = story.consents.map { row($0, in: frame) }
        let told = AudienceSentences.consents(story.consents.count, holding: story.consents.current.count)
        let table: HTML = """
            <div class="scroll" role="region" aria-label="Consent" tabindex="0"><table class="carded"><thead><tr>
            <th scope="col">Who agreed</th><th scope="col">To whom it may be told</th><th scope="col">When</th>\
            <th scope="col">Recorded by</th><th scope="col">Where it stands</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        return """
            <section><h2>Consent</h2>
            <p>A story belongs to those whom it tells of. Others see it only while each of them agrees, and no further \
            than the fewest that any of them named. Taken back, it is out of everyone else’s sight at once.</p>
            <p>\(told)</p>\(story.consents.isEmpty ? nil : table)
            \(giving(in: frame))
            </section>
            """
    }

    private func row(_ consent: Consent, in frame: Frame) -> HTML {
        """
        <tr><th scope="row" class="prose" data-name="Who agreed">\(consent.who)</th>\
        <td data-name="To whom" class="prose">\(consent.audience.storyWords)</td>\
        <td data-name="When">\(consent.day.words)</td>\
        <td data-name="Recorded by">\(consent.author.name), \(consent.instant.words)</td>\
        <td data-name="Where it stands" class="prose">\(standing(consent, in: frame))</td></tr>
        """
    }

    private func standing(_ consent: Consent, in frame: Frame) -> HTML {
        if let withdrawal = consent.withdrawal {
            let reason = withdrawal.reason.isEmpty ? "" : ": \(withdrawal.reason)"
            return "Taken back on \(withdrawal.instant.words), recorded by \(withdrawal.name)\(reason)"
        }
        guard story.consents.current.contains(where: { $0.id == consent.id }) else {
            return "A newer one of the same person holds"
        }
        let id = consent.id.pathText
        let isShown = withdrawalForm.typed["consent"] == id
        let form = isShown ? withdrawalForm : FormState()
        let field = """
            <label for="reason-\(id)">Why (optional)</label><input id="reason-\(id)" name="withdrawal-reason" \
            maxlength="1000" autocomplete="off" value="\(form.typed["withdrawal-reason"])">
            """ as HTML
        let content: HTML = """
            \(form.summary)<input type="hidden" name="consent" value="\(id)">
            <div class="field">\(field)</div>
            <button class="quiet">Taken back<span class="visually-hidden"> by \(consent.who)</span></button>
            """
        return """
            It holds<details\(isShown ? " open" as HTML : "")><summary>They take it back</summary>\
            \(frame.form(to: .endedConsents(unit.id, story.id), content: content))</details>
            """
    }

    private func giving(in frame: Frame) -> HTML {
        let audiences = Visibility.allCases.map { (value: $0.rawValue, label: $0.storyWords) }
        let form = consentForm
        return """
            <section class="panel"><h3>Record that someone agrees</h3>
            \(frame.form(to: .storyConsents(unit.id, story.id), content: """
                \(form.summary)
                \(form.text("consent-who", "Who agrees", hint: Self.whoHint, options: .init(isRequired: true)))
                \(form.choice("consent-audience", "It may be told to", of: audiences))
                \(form.text("consent-day", "On which day they agreed", options: .init(type: .date, isRequired: true)))
                <button>Record it</button>
                """))</section>
            """
    }

    private static let whoHint = """
        Only those who record things for the unit see this. The same name again replaces what that person said before.
        """

    private func deletion(in frame: Frame) -> HTML {
        DeletionForm.folded(
            "Delete it",
            "It goes into the bin with the consents to it, and can be taken out again for 30 days.",
            to: .deletedStory(unit.id, story.id),
            in: frame
        )
    }
}
