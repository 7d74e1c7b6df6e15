import Drawing
import Markup
import Sightline
import Statistics

/// Ramps as steps that rise, each with a list that says the same.
struct RampsView {
    let readings: [CycleReading]
    let reading: ProgrammeReading
    /// Of the measures of cycles, as far as the visitor may see every number.
    var pictures: [Measure.ID: SeriesPicture] = [:]

    var html: HTML {
        guard !readings.isEmpty else { return "<p class=\"muted\">\(CycleSentences.ramp([]))</p>" }
        let ramps = Dictionary(grouping: readings, by: \.ramp).sorted { $0.key < $1.key }
        return "\(ramps.map { ramp(of: $0.value) })"
    }

    private func ramp(of cycles: [CycleReading]) -> HTML {
        let items = cycles.map { reading -> HTML in
            let cycle = reading.cycle
            let address = Address.cycle(self.reading.programme.unit, self.reading.programme.id, cycle.id).path
            let learned = cycle.learned.isEmpty ? "" : " \(cycle.learned)"
            return """
                <li value="\(cycle.number)"><a href="\(address)">\(cycle.question)</a> \
                <span class="tag">\(cycle.standing)</span> <span class="muted">\(cycle.scaleWords)</span>\(learned)</li>
                """
        }
        return """
            \(cycles.count > 1 ? picture(of: cycles) : nil)<p class="muted small">\(told(of: cycles))</p>
            <ol>\(items)</ol>
            """
    }

    /// The newest measure that a cycle of a ramp is watched by.
    private func measure(of cycles: [CycleReading]) -> SeriesPicture? {
        cycles.reversed().lazy.compactMap { $0.cycle.measure.flatMap { pictures[$0] } }.first
    }

    /// What a ramp says, and what the strip under it does.
    private func told(of cycles: [CycleReading]) -> String {
        let all = cycles.map(\.cycle)
        let strip =
            cycles.count > 1 ? measure(of: cycles).map { " \(CycleSentences.strip(all, under: $0))" } : nil
        return "\(CycleSentences.ramp(all))\(strip ?? "")"
    }

    private func picture(of cycles: [CycleReading]) -> HTML {
        let steps = cycles.map { reading in
            RampPicture.Step(
                name: "Cycle \(reading.cycle.number)",
                scale: reading.cycle.scaleWords,
                state: reading.cycle.standing
            )
        }
        var picture = RampPicture(
            title: "Ramp of \(steps.count) cycles",
            summary: told(of: cycles),
            steps: steps,
            idPrefix: "ramp-\(cycles[0].ramp.pathText)"
        )
        picture.strip = measure(of: cycles).map { strip(of: $0, cycles) }
        return """
            <div class="scroll picture" role="region" aria-label="Ramp: \(cycles[0].cycle.question)" \
            tabindex="0">\(picture.svg())</div>
            """
    }

    private func strip(of picture: SeriesPicture, _ cycles: [CycleReading]) -> RampPicture.Strip {
        let days = picture.observations.days
        let values = days.indices.map { index in
            picture.analysis.isPlotted(index) ? picture.analysis.values[index] : nil
        }
        let marks = cycles.compactMap { reading in
            reading.cycle.began.map { (day: $0, number: reading.cycle.number) }
        }
        let period = picture.measure.definition.period
        let span = [days.first, days.last].compactMap { $0.map { period.label(for: $0) } }.joined(
            separator: " to "
        )
        return RampPicture.Strip(
            days: days,
            values: values,
            marks: marks,
            words: "\(picture.measure.title), \(span)"
        )
    }
}
