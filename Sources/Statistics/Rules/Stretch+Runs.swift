/// Rules that need so many points in a row.
extension Stretch {
    /// Points in a row on one side of the centre line.
    ///
    /// One on the line breaks the run, or is passed over.
    func findShift(_ rule: Rule, length: Int, skipsTies: Bool, in record: inout Record) {
        findRun(rule, of: length, from: 0, reach: 0, skipsZeros: skipsTies, isSided: true, in: &record) {
            zones[$0].side
        }
    }

    /// Points in a row, each above (or each below) the one before.
    ///
    /// Equal ones break it, or count once.
    func findTrend(_ rule: Rule, length: Int, skipsTies: Bool, in record: inout Record) {
        findRun(
            rule,
            of: length - 1,
            from: 1,
            reach: 1,
            skipsZeros: skipsTies,
            isSided: true,
            in: &record
        ) { steps[$0] }
    }

    /// Points in a row that go up and down by turns; equal neighbours break it.
    func findAlternation(_ rule: Rule, length: Int, in record: inout Record) {
        findRun(
            rule,
            of: length - 2,
            from: 2,
            reach: 2,
            skipsZeros: false,
            isSided: false,
            in: &record
        ) { steps[$0] &* steps[$0 - 1] < 0 ? 1 : 0 }
    }

    /// Points in a row within one sigma of the centre line.
    func findHugging(_ rule: Rule, length: Int, in record: inout Record) {
        findRun(rule, of: length, from: 0, reach: 0, skipsZeros: false, isSided: false, in: &record) {
            zones[$0].magnitude <= 1 ? 1 : 0
        }
    }

    /// Points in a row more than one sigma from the centre line, some on either side of it.
    ///
    /// Nelson's wording, "on both sides of the centre line", is taken as qcc takes it: a shift is another
    /// rule's matter.
    func findShunning(_ rule: Rule, length: Int, in record: inout Record) {
        var (run, lastChange, chainEnd) = (0, -1, -1)
        for slot in 0..<count {
            run = zones[slot].magnitude >= 2 ? run + 1 : 0
            if run > 1, zones[slot].side != zones[slot - 1].side { lastChange = slot }
            let first = slot - length + 1
            guard run >= length, lastChange > first else { continue }
            if first <= chainEnd {
                record.extend(through: index(slot))
            } else {
                record.add(rule, from: index(first), through: index(slot), side: nil)
            }
            mark(max(first, chainEnd + 1)...slot, rule, in: record)
            chainEnd = slot
        }
    }

    /// Marks every run of at least `length` slots of one class; class 0 is no run.
    ///
    /// The loop has no unforeseeable branch: whether neighbours agree is a coin toss in a stable process, and
    /// a branch on it is mispredicted every other time.
    ///
    /// `first` is the first slot that has a class; `reach` slots before a run's first belong to it too. Where
    /// it skips zeros, slots of class 0 neither break a run nor count.
    @inline(__always)
    private func findRun(
        _ rule: Rule,
        of length: Int,
        from first: Int,
        reach: Int,
        skipsZeros: Bool,
        isSided: Bool,
        in record: inout Record,
        class: (Int) -> Int8
    ) {
        guard first < count, length > 0 else { return }
        var (current, run, start, slot): (Int8, Int, Int, Int) = (0, 0, first, first)
        while slot < count {
            let next = `class`(slot)
            defer { slot &+= 1 }
            if skipsZeros && next == 0 { continue }
            let same = next.agreement(with: current)
            run = (run & same) &+ 1
            start = (start & same) | (slot & ~same)
            current = next
            guard run >= length && next != 0 else { continue }
            let completed = slot
            var last = slot
            while slot &+ 1 < count {
                let following = `class`(slot &+ 1)
                guard following == next || skipsZeros && following == 0 else { break }
                slot &+= 1
                if following == next { last = slot }
            }
            record.add(
                rule,
                from: index(start - reach),
                through: index(last),
                completedAt: index(completed),
                side: isSided ? (next > 0 ? .above : .below) : nil
            )
            mark(start - reach...last, rule, in: record)
        }
    }
}

extension Int8 {
    /// The side of a zone: 1, 0 or −1.
    @inline(__always)
    var side: Int8 { (self &>> 7) | (self > 0 ? 1 : 0) }

    /// All bits where two sides are the same, none where they differ: a condition to compute with.
    @inline(__always)
    func agreement(with other: Int8) -> Int { 0 &- (self == other ? 1 : 0) }
}
