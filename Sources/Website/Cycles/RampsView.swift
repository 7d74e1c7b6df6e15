import Drawing
import Markup
import Sightline

/// Ramps as steps that rise, each with a list that says the same.
struct RampsView {
    let readings: [CycleReading]
    let reading: ProgrammeReading

    var html: HTML {
        guard !readings.isEmpty else { return "<p class=\"muted\">No cycle yet.</p>" }
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
            \(cycles.count > 1 ? picture(of: cycles) : nil)<ol>\(items)</ol>
            """
    }

    private func picture(of cycles: [CycleReading]) -> HTML {
        let steps = cycles.map { reading in
            RampPicture.Step(
                name: "Cycle \(reading.cycle.number)",
                scale: reading.cycle.scaleWords,
                state: reading.cycle.standing
            )
        }
        let words = steps.map { "\($0.name): \($0.state)" }.joined(separator: "; ")
        let picture = RampPicture(
            title: "Ramp of \(steps.count) cycles",
            summary: "\(words). The list below says the same.",
            steps: steps,
            idPrefix: "ramp-\(cycles[0].ramp.pathText)"
        )
        return """
            <div class="scroll picture" role="region" aria-label="Ramp: \(cycles[0].cycle.question)" \
            tabindex="0">\(picture.svg())</div>
            """
    }
}
