/// Rules that need some of so many neighbouring points far from the centre line, on one side.
extension Stretch {
    /// Marks every point beyond the one or two sigma line that has enough like it in a window.
    ///
    /// The others in the window may lie anywhere; windows that share points are one finding.
    ///
    /// A window has `needed` far points among `width` neighbours; fewer points than that have no window.
    /// `zone` is the least that is far: 2 beyond one sigma, 3 beyond two.
    func findWindows(
        _ rule: Rule,
        needed: Int,
        of width: Int,
        zone: Int8,
        in record: inout Record
    ) {
        guard count >= width else { return }
        for side: Int8 in [1, -1] {
            var chainEnd = -1
            for slot in 0..<count where zones[slot] &* side >= zone {
                guard let first = nthFarBack(needed, from: slot, side: side, zone: zone, width: width) else {
                    continue
                }
                if first <= chainEnd {
                    record.extend(through: index(slot))
                } else {
                    record.add(
                        rule,
                        from: index(first),
                        through: index(slot),
                        side: side > 0 ? .above : .below
                    )
                }
                chainEnd = slot
                for member in first...slot where zones[member] &* side >= zone {
                    record.mark(index(member), rule)
                }
            }
        }
    }

    /// Two of three as NHSRplotthedots applies it: all three on one side, two or more of them between two and
    /// three sigma; only those are marked.
    func findTwoOfThree(in record: inout Record) {
        guard count >= 3 else { return }
        var chainEnd = -1
        // The lowest three bits say which of the newest three points are between two and three sigma.
        var near = (isNear(zones[0]) ? 2 : 0) | (isNear(zones[1]) ? 1 : 0)
        for slot in 2..<count {
            near = (near << 1 | (isNear(zones[slot]) ? 1 : 0)) & 7
            let hasTwo = near & (near &- 1) != 0
            guard hasTwo else { continue }
            let (a, b, c) = (zones[slot - 2], zones[slot - 1], zones[slot])
            guard c.side != 0, a.side == c.side, b.side == c.side else { continue }
            let first = isNear(a) ? slot - 2 : slot - 1
            let last = isNear(c) ? slot : slot - 1
            if first > chainEnd {
                record.add(
                    .twoOfThree,
                    from: index(first),
                    through: index(last),
                    completedAt: index(slot),
                    side: c > 0 ? .above : .below
                )
            } else {
                record.extend(through: index(last))
            }
            chainEnd = last
            for member in first...last where isNear(zones[member]) { record.mark(index(member), .twoOfThree) }
        }
    }

    /// Between two and three sigma, on either side.
    @inline(__always)
    private func isNear(_ zone: Int8) -> Bool { zone.magnitude == 3 }

    /// The slot of the far point that completes `needed` of them when one looks back from `slot`, within the
    /// window.
    private func nthFarBack(_ needed: Int, from slot: Int, side: Int8, zone: Int8, width: Int) -> Int? {
        var found = 0
        var candidate = slot
        while candidate >= 0, candidate > slot - width {
            if zones[candidate] &* side >= zone { found += 1 }
            if found == needed { return candidate }
            candidate -= 1
        }
        return nil
    }
}
