import Sightline
import Storage

/// What has become of letters, for administrators of the whole community.
enum LetterRoutes {
    static func register(on routes: Routes) {
        let mail = routes.site.configuration.mail
        routes.at(.letters).get { _, visit, connection in
            guard let mail else { throw Failure.notFound }
            let tree = try UnitStore.tree(on: connection)
            guard tree.roots.contains(where: { visit.may(.managePeople, on: $0.id, in: tree) }) else {
                throw Failure.forbidden
            }
            if case .folder(let folder) = mail { return .page(LettersPage(in: folder)) }
            return .page(try WaitingLettersPage(on: connection))
        }
    }
}
