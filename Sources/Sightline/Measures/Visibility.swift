/// How far the series of a measure may be seen, beyond those whose role reaches their unit.
package enum Visibility: String, CaseIterable, Sendable {
    /// Nobody beyond. A measure that belongs to a unit is then kept by it: a role above the unit doesn't reach in.
    case unit
    /// Everyone who may read something in the place that the unit lies in.
    case place
    /// Everyone who may read something in the community.
    case community
}

extension UnitTree {
    /// The unit within which something of `unit` is shared; the unit itself where there is no place above it.
    func scope(of visibility: Visibility, from unit: Unit.ID) -> Unit.ID {
        switch visibility {
        case .unit: unit
        case .place:
            (ancestors(of: unit) + [self[unit]].compactMap { $0 }).last { $0.kind == .place }?.id ?? unit
        case .community: ancestors(of: unit).first?.id ?? unit
        }
    }
}
