import Sightline
import Storage

/// The bin: looking into it, taking things out, and deleting them for good.
enum BinRoutes {
    static func register(on routes: Routes) {
        routes.at(Address.bin).get { unit, visit, connection in
            .page(try BinPage(of: unit, for: visit, on: connection))
        }
        routes.at(Address.restoredItem).post { address, _, visit, connection in
            let item = try item(address, .restore, visit, on: connection)
            do {
                try connection.savepoint { try BinStore.restore(item, visit.context, on: connection) }
            } catch let error as BinError {
                var page = try BinPage(of: address.0, for: visit, on: connection)
                page.problem = error.sentence
                return .unsaved(page)
            }
            return .redirect(to: .bin(address.0), notice: .restored)
        }
        routes.at(Address.purgedItem).post { address, _, visit, connection in
            let item = try item(address, .purge, visit, on: connection)
            try BinStore.purge(item, visit.context, on: connection)
            return .redirect(to: .bin(address.0), notice: .purged)
        }
    }

    /// A thing in the bin of the unit; what the visitor may not take out isn't found.
    private static func item(
        _ address: (unit: Unit.ID, item: BinItem.ID),
        _ act: Access.BinAct,
        _ visit: Visit,
        on connection: any SQLConnection
    ) throws -> BinItem {
        let judge = try BinPage.Judge(visit, on: connection)
        guard
            let item = try BinStore.find(address.item, on: connection),
            judge.tree.contains(item.unit, within: address.unit), judge.may(.restore, item)
        else { throw Failure.notFound }
        guard judge.may(act, item) else { throw Failure.forbidden }
        return item
    }
}
