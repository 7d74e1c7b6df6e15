import Foundation
import Statistics
import Testing

/// Against FunnelPlotR 0.6.0, PowerBI-Funnels (in controlchartspy 0.1.3) and clinical-qikit 0.5.0.
struct FunnelOracleTests {
    struct Call: Sendable {
        var id: String
        var measure: FunnelOptions.Measure
        var limits: FunnelOptions.Limits
    }

    // Each file is read once for all cases.
    static let points = Result { try OracleTable("funnel/FunnelPlotR_points.csv") }
    static let moments = Result { try OracleTable("funnel/FunnelPlotR_phi_tau2.csv") }
    static let powerBIPoints = Result { try OracleTable("pbi/funnel.csv") }

    func plot(_ rows: [[String: String]], _ call: Call) throws -> FunnelPlot {
        var options = FunnelOptions(call.measure)
        options.limits = call.limits
        return try FunnelPlot(
            numerators: rows.numbers("numerator").map { try #require($0) },
            denominators: rows.numbers("denominator").map { try #require($0) },
            options
        )
    }

    func expect(_ value: Double, equals expected: Double?, within relative: Double = 1e-9) throws {
        let expected = try #require(expected)
        #expect(abs(value - expected) <= relative * max(abs(expected), 1e-12))
    }

    static let overdispersed = [
        Call(id: "ae/PR/odTRUE", measure: .proportion, limits: .overdispersed(.winsorised)),
        Call(id: "hosp/BAC/PR/odTRUE", measure: .proportion, limits: .overdispersed(.winsorised)),
        Call(id: "hosp/CDI/PR/odTRUE", measure: .proportion, limits: .overdispersed(.winsorised)),
        Call(id: "hosp/UTI/PR/odTRUE", measure: .proportion, limits: .overdispersed(.winsorised)),
        Call(id: "ae/RC/odTRUE", measure: .ratioOfCounts, limits: .overdispersed(.winsorised)),
        Call(id: "hosp/BAC/RC/odTRUE", measure: .ratioOfCounts, limits: .overdispersed(.winsorised)),
        Call(id: "hosp/CDI/RC/odTRUE", measure: .ratioOfCounts, limits: .overdispersed(.winsorised)),
        Call(id: "hosp/UTI/RC/odTRUE", measure: .ratioOfCounts, limits: .overdispersed(.winsorised)),
        Call(id: "ae/SR/CQC/odTRUE", measure: .standardisedRatio, limits: .overdispersed(.winsorised)),
        Call(id: "ae/SR/SHMI/odTRUE", measure: .standardisedRatio, limits: .overdispersed(.truncated)),
    ]

    @Test(arguments: overdispersed)
    func `overdispersion and the limits that it widens are FunnelPlotR's`(call: Call) throws {
        let rows = try Self.points.get().rows(ofCall: call.id)
        let moments = try Self.moments.get().rows(ofCall: call.id)
        let plot = try plot(rows, call)
        let found = try #require(plot.overdispersion)
        try expect(found.phi, equals: moments.numbers("phi")[0])
        try expect(found.tauSquared, equals: moments.numbers("tau2")[0])

        // FunnelPlotR rounds z to 1.959964 and 3.090232, and leaves CQC's limits on the square root scale.
        let isRoot = call.id.contains("CQC")
        func onItsScale(_ limit: Double) -> Double { isRoot ? limit.squareRoot() : limit }
        let lower95 = try rows.numbers("OD95LCL")
        let upper95 = try rows.numbers("OD95UCL")
        let lower998 = try rows.numbers("OD99LCL")
        let upper998 = try rows.numbers("OD99UCL")
        let outliers = try rows.numbers("outlier")
        for (index, point) in plot.points.enumerated() {
            try expect(onItsScale(point.limits.middle95.lower), equals: lower95[index], within: 1e-6)
            try expect(onItsScale(point.limits.middle95.upper), equals: upper95[index], within: 1e-6)
            try expect(onItsScale(point.limits.middle998.lower), equals: lower998[index], within: 1e-6)
            try expect(onItsScale(point.limits.middle998.upper), equals: upper998[index], within: 1e-6)
            if !isRoot { #expect((point.outside998 != nil) == (outliers[index] == 1)) }
        }
    }

    static let unadjusted = [
        Call(id: "ae/PR/odFALSE", measure: .proportion, limits: .transformed),
        Call(id: "hosp/BAC/PR/odFALSE", measure: .proportion, limits: .transformed),
        Call(id: "hosp/CDI/PR/odFALSE", measure: .proportion, limits: .transformed),
        Call(id: "hosp/UTI/PR/odFALSE", measure: .proportion, limits: .transformed),
        Call(id: "ae/RC/odFALSE", measure: .ratioOfCounts, limits: .transformed),
        Call(id: "hosp/BAC/RC/odFALSE", measure: .ratioOfCounts, limits: .transformed),
        Call(id: "hosp/CDI/RC/odFALSE", measure: .ratioOfCounts, limits: .transformed),
        Call(id: "hosp/UTI/RC/odFALSE", measure: .ratioOfCounts, limits: .transformed),
        Call(id: "ae/SR/CQC/odFALSE", measure: .standardisedRatio, limits: .interval),
        Call(id: "ae/SR/SHMI/odFALSE", measure: .standardisedRatio, limits: .interval),
    ]

    @Test(arguments: unadjusted)
    func `unadjusted limits are FunnelPlotR's`(call: Call) throws {
        let rows = try Self.points.get().rows(ofCall: call.id)
        let plot = try plot(rows, call)
        let values = try rows.numbers("rr")
        let scores = try rows.numbers("Uzscore")
        let lower95 = try rows.numbers("LCL95")
        let upper95 = try rows.numbers("UCL95")
        let lower998 = try rows.numbers("LCL99")
        let upper998 = try rows.numbers("UCL99")
        for (index, point) in plot.points.enumerated() {
            try expect(point.value, equals: values[index])
            // An interval has no scale of its own to score on.
            if call.limits == .transformed {
                let score = try #require(scores[index])
                #expect(abs(point.score - score) < 1e-9 * max(1, abs(score)))
            }
            try expect(point.limits.middle95.lower, equals: lower95[index], within: 1e-6)
            try expect(point.limits.middle95.upper, equals: upper95[index], within: 1e-6)
            try expect(point.limits.middle998.lower, equals: lower998[index], within: 1e-6)
            try expect(point.limits.middle998.upper, equals: upper998[index], within: 1e-6)
        }
    }

    static let powerBI = ["ae_breaches_att", "ae_adm_expected", "hosp_BAC", "hosp_CDI", "hosp_UTI"].flatMap {
        [
            Call(id: "funnel/\($0)/PR/od_no", measure: .proportion, limits: .transformed),
            Call(id: "funnel/\($0)/PR/od_auto", measure: .proportion, limits: .overdispersed(.winsorised)),
            Call(id: "funnel/\($0)/RC/od_no", measure: .ratioOfCounts, limits: .interval),
            Call(id: "funnel/\($0)/SR/od_no", measure: .standardisedRatio, limits: .interval),
            Call(
                id: "funnel/\($0)/SR/od_auto",
                measure: .standardisedRatio,
                limits: .overdispersed(.winsorised)
            ),
        ]
    }

    @Test(arguments: powerBI)
    func `limits and scores are PowerBI-Funnels's`(call: Call) throws {
        let rows = try Self.powerBIPoints.get().rows(ofCall: call.id)
        let plot = try plot(rows, call)
        let scores = try rows.numbers("z")
        let lower95 = try rows.numbers("ll95")
        let upper95 = try rows.numbers("ul95")
        let lower998 = try rows.numbers("ll99")
        let upper998 = try rows.numbers("ul99")
        for (index, point) in plot.points.enumerated() {
            // With exact limits PowerBI-Funnels scores by the Poisson tail, empty where it underflows.
            if call.measure != .standardisedRatio || call.limits != .interval {
                let score = try #require(scores[index])
                #expect(abs(point.score - score) < 1e-9 * max(1, abs(score)))
            }
            try expect(point.limits.middle95.lower, equals: lower95[index])
            try expect(point.limits.middle95.upper, equals: upper95[index])
            try expect(point.limits.middle998.lower, equals: lower998[index])
            try expect(point.limits.middle998.upper, equals: upper998[index])
        }
    }

    @Test(arguments: ["ae_breaches_att", "ae_adm_expected", "hosp_BAC", "hosp_CDI", "hosp_UTI"])
    func `ratios of counts are overdispersed as in PowerBI-Funnels, whose limits add it to another variance`(
        data: String
    ) throws {
        let call = Call(
            id: "funnel/\(data)/RC/od_auto",
            measure: .ratioOfCounts,
            limits: .overdispersed(.winsorised)
        )
        let rows = try Self.powerBIPoints.get().rows(ofCall: call.id)
        let plot = try plot(rows, call)
        let found = try #require(plot.overdispersion).tauSquared
        let centres = try rows.numbers("target")
        let upper95 = try rows.numbers("ul95")
        /// The square of the standard error that a limit lies at.
        func variance(_ limit: Double, _ centre: Double) -> Double {
            let error = log(limit / centre) / Normal.quantile(0.975)
            return error * error
        }
        for (index, point) in plot.points.enumerated() {
            let centre = try #require(centres[index])
            try expect(try #require(plot.centreLine), equals: centre)
            // Theirs is that of the counts expected, ours FunnelPlotR's 1/(4n).
            let (events, size) = (centre * point.denominator, point.denominator)
            let expected = events / pow(events + 0.5, 2) + size / pow(size + 0.5, 2)
            let theirs = try variance(#require(upper95[index]), centre) - expected
            let ours = variance(point.limits.middle95.upper, centre) - 0.25 / size
            try expect(theirs, equals: found, within: 1e-8)
            try expect(ours, equals: found, within: 1e-8)
        }
    }

    @Test
    func `exact limits are clinical-qikit's`() throws {
        let rows = try OracleTable("funnel/qikit_exact_limits.csv").rows
        for row in rows {
            func number(_ column: String) throws -> Double { try #require(row[column].flatMap(Double.init)) }
            let size = try number("n")
            let centre = try number("cl")
            let isProportion = try #require(row["case"]).hasPrefix("binom")
            // One institution on the centre line draws it.
            let plot = try FunnelPlot(
                numerators: [centre * size],
                denominators: [size],
                FunnelOptions(isProportion ? .proportion : .rate)
            )
            let limits = try #require(plot.points.first).limits
            // clinical-qikit rounds to nine digits of the count.
            let tolerance = 1.1e-9 / size + 1e-10
            let lower95 = try number("lcl95")
            #expect(abs(limits.middle95.lower - lower95) <= tolerance)
            let upper95 = try number("ucl95")
            #expect(abs(limits.middle95.upper - upper95) <= tolerance)
            let lower998 = try number("lcl998")
            #expect(abs(limits.middle998.lower - lower998) <= tolerance)
            let upper998 = try number("ucl998")
            #expect(abs(limits.middle998.upper - upper998) <= tolerance)
        }
    }
}
