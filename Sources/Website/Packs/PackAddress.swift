import Exchange
package import Sightline
import Storage

/// Every address about packs.
package enum PackAddress: Hashable, Sendable {
    case list(Unit.ID)
    /// Sending a file: what it says is shown first.
    case new(Unit.ID)
    /// Making one out of measures that there are.
    case making(Unit.ID)
    /// One that comes with the program.
    case shipped(Unit.ID, ShippedPackName)
    case pack(Unit.ID, Pack.ID)
    case file(Unit.ID, Pack.ID)
    case visibility(Unit.ID, Pack.ID)
    case restored(Unit.ID, Pack.ID)
    /// Making its measures somewhere.
    case use(Unit.ID, Pack.ID)
    case links(Unit.ID, Pack.ID)
    case deleted(Unit.ID, Pack.ID)

    /// Its path, piece by piece.
    var segments: [Address.Segment] {
        switch self {
        case .list(let unit): Self.packs(unit)
        case .new(let unit): Self.packs(unit) + ["new"]
        case .making(let unit): Self.packs(unit) + ["from-measures"]
        case .shipped(let unit, let name): Self.packs(unit) + ["shipped", .init("shipped", name)]
        case .pack(let unit, let pack): Self.pack(unit, pack)
        case .file(let unit, let pack): Self.pack(unit, pack) + ["pack.yaml"]
        case .visibility(let unit, let pack): Self.pack(unit, pack) + ["visibility"]
        case .restored(let unit, let pack): Self.pack(unit, pack) + ["restored"]
        case .use(let unit, let pack): Self.pack(unit, pack) + ["use"]
        case .links(let unit, let pack): Self.pack(unit, pack) + ["public-links"]
        case .deleted(let unit, let pack): Self.pack(unit, pack) + ["deleted"]
        }
    }

    /// The rule of an address, for reading it or for a form sent to it.
    var admission: Admission {
        switch self {
        case .list(let unit), .shipped(let unit, _): .permitted(.read, on: unit)
        case .new(let unit), .making(let unit): .permitted(.editMeasures, on: unit)
        // Where its measures are made is asked about when that is known.
        case .pack(let unit, let pack), .file(let unit, let pack), .use(let unit, let pack):
            .permittedPack(.read, on: unit, of: pack)
        case .restored(let unit, let pack), .deleted(let unit, let pack):
            .permittedPack(.editMeasures, on: unit, of: pack)
        case .visibility(let unit, let pack), .links(let unit, let pack):
            .permittedPack(.share, on: unit, of: pack)
        }
    }

    /// The page on which the form stands that is sent to it.
    var formPage: PackAddress {
        switch self {
        case .visibility(let unit, let pack), .restored(let unit, let pack), .links(let unit, let pack),
            .deleted(let unit, let pack):
            .pack(unit, pack)
        default: self
        }
    }

    private static func packs(_ unit: Unit.ID) -> [Address.Segment] {
        ["units", .init("unit", unit), "packs"]
    }

    private static func pack(_ unit: Unit.ID, _ pack: Pack.ID) -> [Address.Segment] {
        packs(unit) + [.init("pack", pack)]
    }
}

/// The name of a pack that comes with the program, in an address.
package struct ShippedPackName: Hashable, Sendable, PathParameter {
    let pack: ShippedPack

    init(_ pack: ShippedPack) { self.pack = pack }

    package static var example: ShippedPackName { .init(.urgentAndEmergencyCare) }

    package init?(pathText: String) {
        guard let pack = ShippedPack(rawValue: pathText) else { return nil }
        self.pack = pack
    }

    package var pathText: String { pack.rawValue }
}

extension Pack {
    var address: Address { .packs(.pack(unit, id)) }
}

extension Address {
    /// Public links to packs are made where the other public links are.
    static func packLinks(_ unit: Unit.ID, _ pack: Pack.ID) -> Address { .packs(.links(unit, pack)) }
}

extension Readership {
    /// The pack that an address names, with its unit.
    ///
    /// - Throws: `Failure.notFound` where there is none, or it is another unit's.
    func pack(
        at address: (unit: Unit.ID, pack: Pack.ID),
        on connection: any SQLConnection
    ) throws -> (Unit, Pack) {
        guard let unit = tree[address.unit],
            let pack = try PackStore.find(address.pack, on: connection), pack.unit == unit.id
        else { throw Failure.notFound }
        return (unit, pack)
    }
}
