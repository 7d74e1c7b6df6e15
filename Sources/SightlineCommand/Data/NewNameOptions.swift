import ArgumentParser
import Sightline
import Statistics

/// What becomes of names that nothing has yet.
struct NewNameOptions: ParsableArguments {
    @Flag(
        help: """
            Make what is missing: an organisation of each unknown unit, an XmR measure of each unknown measure.
            """
    )
    var createMissing = false

    @Option(help: "Who the new measures are about: patient, staff or taxpayer.")
    var stakeholder: Stakeholder?

    @Option(help: "How often the new measures are observed: day, week, month, quarter or year.")
    var period = Period.month

    @Option(help: "The code of the unit that new organisations lie in; otherwise the only community.")
    var under: String?

    func validate() throws {
        if createMissing, stakeholder == nil {
            throw ValidationError("--create-missing needs --stakeholder patient, staff or taxpayer.")
        }
        if !createMissing, stakeholder != nil || under != nil {
            throw ValidationError("--stakeholder and --under go with --create-missing.")
        }
    }
}

extension Stakeholder: ExpressibleByArgument {}
extension Period: ExpressibleByArgument {}
