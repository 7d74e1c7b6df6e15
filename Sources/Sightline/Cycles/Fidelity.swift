import Statistics

/// How well a cycle was done as a test, judged from its record and never typed.
///
/// Source of the features: Taylor and others, "Systematic review of the application of the plan-do-study-act method
/// to improve quality in healthcare", BMJ Quality & Safety 23 (2014), 290-298. The limits of a small scale are ours.
package struct Fidelity: Equatable, Sendable {
    package enum Feature: String, CaseIterable, Sendable {
        /// Question, prediction, plan, what happened, what was learned, and the decision with its reason.
        case documented
        /// The first version of the prediction is not younger than the day on which the test began.
        case predictedFirst = "predicted-first"
        /// The first cycle of its ramp had few people, days and places.
        case smallStart = "small-start"
        /// Its measure has a chart here that tells more than a before and an after.
        case dataOverTime = "data-over-time"
        /// It goes on from another cycle, or another goes on from it.
        case iterated
    }

    package let met: Set<Feature>

    package var isWhole: Bool { met.count == Feature.allCases.count }

    package static let mostPeople = 20
    package static let mostDays = 14
    package static let mostPlaces = 1
    package static let fewestPoints = 10

    /// - Parameters:
    ///   - first: the first cycle of its ramp.
    ///   - points: how many points its measure has in the programme's unit, and the day of the newest.
    init(
        of cycle: Cycle,
        _ predictions: [Prediction],
        first: Cycle,
        hasNext: Bool,
        points: (count: Int, latest: Day?)?
    ) {
        var met: Set<Feature> = []
        let texts = [
            cycle.question, predictions.first?.text ?? "", cycle.plan.what, cycle.plan.who, cycle.happened,
            cycle.learned, cycle.decisionReason,
        ]
        if cycle.decision != nil, !texts.contains("") { met.insert(.documented) }
        if let began = cycle.began, let prediction = predictions.first, prediction.instant.day <= began {
            met.insert(.predictedFirst)
        }
        if let people = first.scale.people, let days = first.scale.days, let places = first.scale.places,
            people <= Self.mostPeople, days <= Self.mostDays, places <= Self.mostPlaces
        {
            met.insert(.smallStart)
        }
        if let began = cycle.began, let points, points.count >= Self.fewestPoints,
            points.latest.map({ $0 >= began }) == true
        {
            met.insert(.dataOverTime)
        }
        if cycle.previous != nil || hasNext { met.insert(.iterated) }
        self.met = met
    }
}
