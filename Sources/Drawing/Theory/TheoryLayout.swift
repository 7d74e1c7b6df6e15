/// Where the boxes and arrows of a theory lie: one rule for every drawing of it.
///
/// A box has a slot of its layer, from the start; a layer is a column or a row. A place depends on nothing but the
/// layer and the slot, so that a box that is added at the end of a layer moves no other. Along is the direction from
/// layer to layer, across that from slot to slot.
struct TheoryLayout {
    /// What an arrow leaves and where it ends.
    struct Place: Equatable {
        let layer: Int
        let slot: Int
    }

    struct Point: Equatable {
        var x: Double
        var y: Double
    }

    /// The line of an arrow, the corner points of its head, and where its word stands.
    struct Course {
        /// Alternating: the start, then for each curve two controls and an end.
        var start: Point
        var curves: [(first: Point, second: Point, end: Point)]
        /// The head's tip, and the two corners behind it.
        var head: [Point]
        var word: Point
        var wordAnchor: Anchor

        enum Anchor { case start, middle, end }
    }

    let arrangement: TheoryPicture.Arrangement
    let layers: [[String]]
    private let places: [String: Place]

    static let boxWidth = 190.0
    static let boxHeight = 84.0
    static let additionSize = 24.0
    private static let gap = 96.0
    private static let room = 20.0

    init(_ layers: [[String]], _ arrangement: TheoryPicture.Arrangement) {
        self.layers = layers
        self.arrangement = arrangement
        var places: [String: Place] = [:]
        for (layer, boxes) in layers.enumerated() {
            for (slot, id) in boxes.enumerated() where places[id] == nil {
                places[id] = Place(layer: layer, slot: slot)
            }
        }
        self.places = places
    }

    func place(of id: String) -> Place? { places[id] }

    // MARK: Boxes

    private var isInColumns: Bool { arrangement == .columns }
    /// The size of a box along.
    private var depth: Double { isInColumns ? Self.boxWidth : Self.boxHeight }
    /// The size of a box across.
    private var breadth: Double { isInColumns ? Self.boxHeight : Self.boxWidth }
    private var pitch: Double { breadth + Self.room }
    /// Where the first slot starts: below the names of columns, to the right of the names of rows.
    private var margin: Double { isInColumns ? 28 : 132 }

    private func along(_ layer: Int) -> Double { 1 + Double(layer) * (depth + Self.gap) }
    private func across(_ slot: Int) -> Double { margin + Double(slot) * pitch }
    private func point(_ along: Double, _ across: Double) -> Point {
        isInColumns ? Point(x: along, y: across) : Point(x: across, y: along)
    }

    /// The corner of a box at its top and left.
    func corner(of place: Place) -> Point { point(along(place.layer), across(place.slot)) }

    /// Where the name of a layer starts: its first base line.
    func name(of layer: Int) -> Point {
        isInColumns ? Point(x: along(layer), y: 14) : Point(x: 1, y: along(layer) + 16)
    }

    /// How wide a name may be.
    var nameWidth: Double { isInColumns ? Self.boxWidth - Self.additionSize - 4 : margin - 12 }

    /// Where the sign stands by which a box is added to a layer: its corner at the top and left.
    func addition(to layer: Int) -> Point {
        let start = along(layer)
        return isInColumns
            ? Point(x: start + Self.boxWidth - Self.additionSize, y: 0)
            : Point(x: 1, y: start + Self.boxHeight - Self.additionSize)
    }

    /// The whole, with room for arrows that come back to the last layer.
    func size(bendsBack: Bool) -> (width: Double, height: Double) {
        let count = Double(max(layers.count, 1))
        let slots = Double(max(layers.map(\.count).max() ?? 0, 1))
        let length = count * depth + (count - 1) * Self.gap + 2 + (bendsBack ? Self.gap : 0)
        let width = margin + slots * pitch
        return isInColumns ? (length, width) : (width, length)
    }

    // MARK: Arrows

    /// The course of an arrow.
    ///
    /// Over layers that it skips it runs between their slots, so that it never seems to start or to end at a box that
    /// it only passes. Between two boxes of one layer it bends out and back.
    ///
    /// - Parameters:
    ///   - index: which of the arrows that leave the same box it is: they leave side by side, so that each can carry
    ///     its word.
    ///   - count: how many these are.
    func course(from: Place, to: Place, index: Int, of count: Int) -> Course {
        let share = Double(index + 1) / Double(count + 1)
        let isBack = to.layer < from.layer
        let sign = isBack ? -1.0 : 1
        let startAlong = along(from.layer) + (isBack ? 0 : depth)
        let startAcross = across(from.slot) + breadth * share
        let bends = from.layer == to.layer
        // An arrow that comes from higher up ends where the box begins, and one that bends back where it left.
        let endAlong = along(to.layer) + (isBack || bends ? depth : 0)
        let endAcross = across(to.slot) + breadth / 2
        let tip = endAlong + (isBack || bends ? 1 : -1)
        let behind = tip + (isBack || bends ? 8 : -8)
        let end = point(tip + (isBack || bends ? 6 : -6), endAcross)
        var curves: [(first: Point, second: Point, end: Point)]
        if bends {
            let out = startAlong + Self.gap * 0.7
            curves = [(point(out, startAcross), point(out, endAcross), end)]
        } else if abs(to.layer - from.layer) == 1 {
            let middle = (startAlong + tip) / 2
            curves = [(point(middle, startAcross), point(middle, endAcross), end)]
        } else {
            // A little apart, so that several that pass the same way can be told apart.
            let lane = across(from.slot) + breadth + Self.room / 2 + Double(index % 3 - 1) * 4
            let step = isBack ? -1 : 1
            let entry = along(from.layer + step) + (isBack ? depth : 0)
            let exit = along(to.layer - step) + (isBack ? 0 : depth)
            let (first, second) = ((startAlong + entry) / 2, (exit + tip) / 2)
            curves = [
                (point(first, startAcross), point(first, lane), point(entry, lane)),
                (point(entry, lane), point(exit, lane), point(exit, lane)),
                (point(second, lane), point(second, endAcross), end),
            ]
        }
        return Course(
            start: point(startAlong, startAcross),
            curves: curves,
            head: [
                point(tip, endAcross), point(behind, endAcross - 4), point(behind, endAcross + 4),
            ],
            word: isInColumns
                ? Point(x: startAlong + sign * 7, y: startAcross + 4)
                : Point(x: startAcross, y: startAlong + sign * (15 + Double(index % 3) * 17) + 4),
            wordAnchor: !isInColumns ? .middle : isBack ? .end : .start
        )
    }
}
