package import Exchange
import Hummingbird
package import Sightline

/// Every address about the reviews of a unit and what they decided.
package enum ReviewAddress: Hashable, Sendable {
    case list(Unit.ID)
    case rhythm(Unit.ID)
    case use(Unit.ID)
    case useData(Unit.ID, TableFormat)
    case decisionsFile(Unit.ID, TableFormat)
    case review(Unit.ID, Review.ID)
    case screen(Unit.ID, Review.ID)
    case minutes(Unit.ID, Review.ID)
    case minutesFile(Unit.ID, Review.ID)
    case notes(Unit.ID, Review.ID)
    case signal(Unit.ID, Review.ID, Signal.ID)
    case decisions(Unit.ID, Review.ID)
    case closure(Unit.ID, Review.ID)
    case additions(Unit.ID, Review.ID)
    case deletedReview(Unit.ID, Review.ID)
    case decision(Unit.ID, Decision.ID)
    case followUp(Unit.ID, Decision.ID)
    case deletedDecision(Unit.ID, Decision.ID)

    /// Its path, piece by piece.
    var segments: [Address.Segment] {
        switch self {
        case .list(let unit): Self.reviews(unit)
        case .rhythm(let unit): Self.reviews(unit) + ["rhythm"]
        case .use(let unit): Self.reviews(unit) + ["use"]
        case .useData(let unit, let format): Self.reviews(unit) + [format.segment("use")]
        case .decisionsFile(let unit, let format): Self.reviews(unit) + [format.segment("decisions")]
        case .review(let unit, let review): Self.review(unit, review)
        case .screen(let unit, let review): Self.review(unit, review) + ["screen"]
        case .minutes(let unit, let review): Self.review(unit, review) + ["minutes"]
        case .minutesFile(let unit, let review): Self.review(unit, review) + ["minutes.md"]
        case .notes(let unit, let review): Self.review(unit, review) + ["notes"]
        case .signal(let unit, let review, let signal):
            Self.review(unit, review) + ["signals", .init("signal", signal)]
        case .decisions(let unit, let review): Self.review(unit, review) + ["decisions"]
        case .closure(let unit, let review): Self.review(unit, review) + ["closure"]
        case .additions(let unit, let review): Self.review(unit, review) + ["additions"]
        case .deletedReview(let unit, let review): Self.review(unit, review) + ["deleted"]
        case .decision(let unit, let decision): Self.decision(unit, decision)
        case .followUp(let unit, let decision): Self.decision(unit, decision) + ["follow-up"]
        case .deletedDecision(let unit, let decision): Self.decision(unit, decision) + ["deleted"]
        }
    }

    /// The rule of an address, for reading it or for a form sent to it.
    func admission(for method: HTTPRequest.Method) -> Admission {
        switch self {
        case .list(let unit), .rhythm(let unit), .review(let unit, _), .decision(let unit, _):
            .permitted(method == .post ? .runReviews : .read, on: unit)
        case .use(let unit), .useData(let unit, _), .screen(let unit, _), .minutes(let unit, _),
            .minutesFile(let unit, _):
            .permitted(.read, on: unit)
        case .decisionsFile(let unit, _): .permitted(.export, on: unit)
        case .notes(let unit, _), .additions(let unit, _), .followUp(let unit, _):
            .permitted(.annotate, on: unit)
        case .signal(let unit, _, _), .decisions(let unit, _), .closure(let unit, _),
            .deletedReview(let unit, _), .deletedDecision(let unit, _):
            .permitted(.runReviews, on: unit)
        }
    }

    /// The page on which the form stands that is sent to it.
    var formPage: ReviewAddress {
        switch self {
        case .notes(let unit, let review), .decisions(let unit, let review), .closure(let unit, let review),
            .deletedReview(let unit, let review):
            .review(unit, review)
        case .additions(let unit, let review): .minutes(unit, review)
        case .followUp(let unit, let decision), .deletedDecision(let unit, let decision):
            .decision(unit, decision)
        default: self
        }
    }

    private static func reviews(_ unit: Unit.ID) -> [Address.Segment] {
        ["units", .init("unit", unit), "reviews"]
    }

    private static func review(_ unit: Unit.ID, _ review: Review.ID) -> [Address.Segment] {
        reviews(unit) + [.init("review", review)]
    }

    private static func decision(_ unit: Unit.ID, _ decision: Decision.ID) -> [Address.Segment] {
        ["units", .init("unit", unit), "decisions", .init("decision", decision)]
    }
}

extension Review {
    var address: Address { .reviews(.review(unit, id)) }
}

extension Decision {
    var address: Address { .reviews(.decision(unit, id)) }
}
