extension Sparkline {
    /// Where the points of a sparkline are, in pixels.
    struct Scale {
        private let left: Double
        private let pixelsAPoint: Double
        private let bottom: Double
        private let pixelsAUnit: Double
        private let lowest: Double

        /// Nil where nothing is plotted.
        init?(_ sparkline: Sparkline) {
            var extent = Extent()
            for case let value? in sparkline.values { extent.include(value) }
            for band in sparkline.bands {
                extent.include(band.lower)
                extent.include(band.upper)
            }
            guard let range = extent.range else { return nil }
            let count = sparkline.values.count
            let margin = 5.0
            let span = range.upperBound / 2 - range.lowerBound / 2
            left = count > 1 ? margin : sparkline.width / 2
            pixelsAPoint = (sparkline.width - 2 * margin) / Double(max(count - 1, 1))
            bottom = span > 0 ? sparkline.height - margin : sparkline.height / 2
            pixelsAUnit = span > 0 ? (sparkline.height / 2 - margin) / span : 0
            lowest = range.lowerBound
        }

        func x(of index: Int) -> Double { left + Double(index) * pixelsAPoint }

        /// Half-way to the point before.
        func edge(before index: Int) -> Double { left + (Double(index) - 0.5) * pixelsAPoint }

        func y(of value: Double) -> Double { bottom - (value - lowest) * pixelsAUnit }
    }
}
