import Markup
import Sightline

extension NewPersonPage {
    func content(in frame: Frame) -> HTML {
        let fields: HTML = "\(form.summary)\(KnownPersonFields.html(form))<button>Add them</button>"
        return """
            <div class="stack">
            <div><p class="kicker"><a href="\(Address.people(unit.id).path)">People of \(unit.name)</a></p>
            <h1>\(title)</h1></div>
            <p class="lede">For someone who is named here and doesn’t sign in. You can invite them later: the account \
            is then theirs.</p>
            <section class="panel narrow">\(frame.form(to: .newPerson(unit.id), content: fields))</section>
            </div>
            """
    }
}
