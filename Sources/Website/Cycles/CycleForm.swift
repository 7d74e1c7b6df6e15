import Sightline
import Statistics

/// A cycle and its prediction as a form says them, and what can't be read.
struct CycleForm {
    var cycle: Cycle
    var prediction: Prediction
    var problems: [FormState.Problem] = []

    /// - Parameter cycle: what the form's fields are put into.
    init(_ form: Form, into cycle: Cycle, _ reading: ProgrammeReading, _ context: Context) {
        self.cycle = cycle
        prediction = Prediction(text: form["prediction"], author: context.author, instant: context.now)
        self.cycle.question = form["question"]
        self.cycle.plan = Cycle.Plan(
            what: form["plan-what"],
            who: form["plan-who"],
            when: form["plan-when"],
            place: form["plan-where"]
        )
        self.cycle.scale = Cycle.Scale(
            people: number("people", form),
            days: number("days", form),
            places: number("places", form)
        )
        self.cycle.context = Cycle.Setting(
            level: Cycle.Level(rawValue: form["level"]),
            population: form["population"],
            needed: form["needed"]
        )
        self.cycle.measure = form.optional("measure").flatMap { text in
            // One that the visitor may not read stays where it was.
            reading.measures.first { $0.id.pathText == text }?.id ?? cycle.measure
        }
        prediction.direction = Direction(rawValue: form["direction"]).flatMap {
            $0 == Direction.none ? nil : $0
        }
        if let text = form.optional("size") {
            prediction.size = Double(text).flatMap { $0.isFinite ? $0 : nil }
            if prediction.size == nil { problems.append(.init("size", "Enter a plain number, like 2.5.")) }
        }
        if let text = form.optional("by") {
            prediction.by = Day(text)
            if prediction.by == nil { problems.append(.init("by", "Enter a day, like 2027-03-31.")) }
        }
    }

    private mutating func number(_ field: String, _ form: Form) -> Int? {
        guard let text = form.optional(field) else { return nil }
        let number = Int(text)
        if number == nil { problems.append(.init(field, "Enter a whole number, or leave it empty.")) }
        return number
    }
}
