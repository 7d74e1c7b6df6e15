import Markup
import Sightline

extension HomePage {
    /// What to do first, where nothing is measured yet.
    var beginning: HTML {
        guard mayEditUnits || mayEditMeasures || mayRecordData else {
            return """
                <div class="empty"><h2>Nothing is measured here yet</h2>
                <p>When people bring in data, this page says what changed and what needs attention.</p></div>
                """
        }
        return """
            <p class="lede">Nothing is measured here yet. Three steps to the first signal:</p>
            <div class="panel narrow"><ol class="steps">
            <li><h2>Add who takes part</h2>
            <p>\(hasUnitsBelow ? unitsThere : unitsMissing)</p>
            <p><a href="\(Address.unitSettings(unit.id).path)">Add a unit inside \(unit.name)</a></p></li>
            <li><h2>Say what to measure</h2>
            <p>A measure is what you count, why it matters, and for whom: patients, staff or taxpayers.</p>
            <p><a href="\(Address.newMeasure(unit.id).path)">Define a measure</a></p></li>
            <li><h2>Bring in the numbers</h2>
            <p>A CSV file with a date and a value in each row is enough. You see what it means before it \
            is kept, and it can be undone.</p>
            <p><a href="\(Address.imports(unit.id).path)">Import data</a></p></li>
            </ol></div>
            """
    }

    private var unitsThere: HTML { "There are units already; add more whenever they join." }

    private var unitsMissing: HTML {
        "Places, organisations and teams. You can start with one, or with none."
    }
}
