import Sightline
import Storage

/// The letters of a demo.
enum LetterRoutes {
    static func register(on routes: Routes) {
        let mail = routes.site.configuration.mail
        routes.at(.letters).get { _, visit, connection in
            guard case .folder(let folder) = mail else { throw Failure.notFound }
            let tree = try UnitStore.tree(on: connection)
            guard tree.roots.contains(where: { visit.may(.managePeople, on: $0.id, in: tree) }) else {
                throw Failure.forbidden
            }
            return .page(LettersPage(in: folder))
        }
    }
}
