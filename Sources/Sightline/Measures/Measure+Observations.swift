extension Measure {
    /// What is wrong with an observation, if anything: the rules that its chart puts on data.
    package func problem(with observation: Observation) -> ObservationProblem? {
        ObservationRules(self).problem(with: observation)
    }

    /// The first problem of many observations.
    func problem(with observations: Observations) -> ObservationProblem? {
        ObservationRules(self).problem(with: observations)
    }
}
