import Exchange
import Sightline

/// Files of packs, sound ones and such as somebody spoilt.
enum PackSamples {
    static let header = """
        kind: measures
        format: 1
        name: falls
        title: Falls on wards
        purpose: To see whether fewer people fall.
        author: The falls group
        licence: CC BY 4.0

        """

    static let measure = """
          - key: falls-with-harm
            title: Falls with harm
            stakeholder: patient
            role: outcome
            better: down
            numerator: Falls after which someone was hurt
            period: month
            chart: c

        """

    static let sound = header + "measures:\n" + measure

    /// One with a value in every field that there is.
    static let full = """
        # A comment
        kind: measures
        format: 1
        name: "seen-in-time"
        title: 'It''s time'
        purpose: |
          Two lines
          of it
        author: Ada
        reviewed-by: Dr Lee
        reviewed-on: 2026-03-01
        next-review: 2027-03-01
        licence: CC BY 4.0
        source: A handbook
        measures:
        - key: seen-in-time
          title: "Seen: in time"
          why: >
            Waiting
            hurts
          domain: Urgent care
          stakeholder: patient
          role: outcome
          better: up
          numerator: Seen in time
          denominator: Everyone
          period: week
          unit: "%"
          decimals: 1
          multiplier: 100
          chart: p-prime
          rules: nelson
          shift-length: 8
          trend-length: 7
          baseline: 24
          minimum-points: 10
          screens-moving-ranges: true
          targets:
            - value: 90
            - from: 2025-04-01
              value: 95.5
          source: Returns
          licence: OGL
          attribution: Contains things
          owner: The team
          next-review: 2027-01-31
          reporting-days: none
          disclosure:
            below: 5
            zeros-too: true
            rounded-to: 10
        """

    /// The sound file with something else in place of a part of it.
    static func changed(_ part: String, to other: String) -> String {
        sound.replacing(part, with: other)
    }
}
