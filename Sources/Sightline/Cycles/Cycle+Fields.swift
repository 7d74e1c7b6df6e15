import Statistics
import Storage

extension Cycle {
    /// What its forms show of it, with the first version of its prediction, and where it stands.
    package func fields(predicting prediction: Prediction?) -> [Revision.Field] {
        func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }
        return [
            .init("phase", phase.rawValue), .init("question", question),
            .init("prediction", prediction?.text ?? ""),
            .init("direction", prediction?.direction?.rawValue ?? ""),
            .init("size", prediction?.size.map { "\($0)" } ?? ""),
            .init("by", prediction?.by?.description ?? ""), .init("plan-what", plan.what),
            .init("plan-who", plan.who), .init("plan-when", plan.when), .init("plan-where", plan.place),
            .init("measure", measure?.description ?? ""), .init("people", text(scale.people)),
            .init("days", text(scale.days)), .init("places", text(scale.places)),
            .init("level", context.level?.rawValue ?? ""), .init("population", context.population),
            .init("needed", context.needed), .init("began", began?.description ?? ""),
            .init("happened", happened), .init("prediction-outcome", outcome?.rawValue ?? ""),
            .init("learned", learned), .init("decision", decision?.rawValue ?? ""),
            .init("decision-reason", decisionReason),
        ]
    }

    /// The cycle as a revision of it says, all but its prediction.
    func reading(_ fields: [Revision.Field]) -> Cycle {
        var cycle = self
        cycle.phase = Phase(rawValue: fields["phase"]) ?? phase
        cycle.question = fields["question"]
        cycle.plan = Plan(
            what: fields["plan-what"],
            who: fields["plan-who"],
            when: fields["plan-when"],
            place: fields["plan-where"]
        )
        cycle.measure = Measure.ID(fields["measure"])
        cycle.scale = Scale(
            people: Int(fields["people"]),
            days: Int(fields["days"]),
            places: Int(fields["places"])
        )
        cycle.context = Setting(
            level: Level(rawValue: fields["level"]),
            population: fields["population"],
            needed: fields["needed"]
        )
        cycle.began = Day(fields["began"])
        cycle.happened = fields["happened"]
        cycle.outcome = Outcome(rawValue: fields["prediction-outcome"])
        cycle.learned = fields["learned"]
        cycle.decision = Decision(rawValue: fields["decision"])
        cycle.decisionReason = fields["decision-reason"]
        return cycle
    }
}
