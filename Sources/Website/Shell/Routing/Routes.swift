package import Hummingbird

/// The way to register a route: from an address, behind the gate.
///
/// There is no other way to the router, so that no route can forget to ask who may pass.
package final class Routes {
    /// A route as it was registered, for the test that walks them all.
    package struct Registered: Sendable {
        package let method: HTTPRequest.Method
        /// An address of its shape.
        package let example: Address
    }

    package private(set) var registered: [Registered] = []
    private let router: Router<SightlineContext>
    let site: Site

    init(router: Router<SightlineContext>, site: Site) {
        self.router = router
        self.site = site
    }

    /// The route of an address without parameters.
    package func at(_ address: Address) -> Route<Void> {
        Route(routes: self, example: address, make: { _ in address }, read: { _ in () })
    }

    /// The route of addresses with one parameter: `routes.at(Address.unit)`.
    package func at<First: PathParameter>(
        _ make: @escaping @Sendable (First) -> Address
    ) -> Route<First> {
        Route(routes: self, example: make(.example), make: make) { $0.first.flatMap(First.init(pathText:)) }
    }

    /// The route of addresses with two parameters.
    package func at<First: PathParameter, Second: PathParameter>(
        _ make: @escaping @Sendable (First, Second) -> Address
    ) -> Route<(First, Second)> {
        let read: @Sendable ([String]) -> (First, Second)? = { texts in
            guard texts.count == 2, let first = First(pathText: texts[0]),
                let second = Second(pathText: texts[1])
            else { return nil }
            return (first, second)
        }
        return Route(
            routes: self,
            example: make(.example, .example),
            make: { make($0.0, $0.1) },
            read: read
        )
    }

    /// The route of addresses with three parameters.
    package func at<First: PathParameter, Second: PathParameter, Third: PathParameter>(
        _ make: @escaping @Sendable (First, Second, Third) -> Address
    ) -> Route<(First, Second, Third)> {
        let read: @Sendable ([String]) -> (First, Second, Third)? = { texts in
            guard
                texts.count == 3, let first = First(pathText: texts[0]),
                let second = Second(pathText: texts[1]),
                let third = Third(pathText: texts[2])
            else { return nil }
            return (first, second, third)
        }
        return Route(
            routes: self,
            example: make(.example, .example, .example),
            make: { make($0.0, $0.1, $0.2) },
            read: read
        )
    }

    /// The route of addresses with four parameters.
    package func at<
        First: PathParameter,
        Second: PathParameter,
        Third: PathParameter,
        Fourth: PathParameter
    >(
        _ make: @escaping @Sendable (First, Second, Third, Fourth) -> Address
    ) -> Route<(First, Second, Third, Fourth)> {
        let read: @Sendable ([String]) -> (First, Second, Third, Fourth)? = { texts in
            guard
                texts.count == 4, let first = First(pathText: texts[0]),
                let second = Second(pathText: texts[1]),
                let third = Third(pathText: texts[2]),
                let fourth = Fourth(pathText: texts[3])
            else { return nil }
            return (first, second, third, fourth)
        }
        return Route(
            routes: self,
            example: make(.example, .example, .example, .example),
            make: { make($0.0, $0.1, $0.2, $0.3) },
            read: read
        )
    }

    /// Hands a method of a shape of addresses to a responder.
    func register(
        _ example: Address,
        _ method: HTTPRequest.Method,
        respond: @escaping @Sendable (Request, SightlineContext) async throws -> Response
    ) {
        registered.append(Registered(method: method, example: example))
        router.on(RouterPath(example.pattern), method: method, use: respond)
    }

    /// Says of every address which methods it takes, to requests with another one.
    func refuseOtherMethods() {
        let all: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
        for (pattern, routes) in Dictionary(grouping: registered, by: \.example.pattern) {
            let taken = routes.map(\.method)
            for method in all where !taken.contains(method) {
                router.on(RouterPath(pattern), method: method) { _, _ -> Response in
                    throw Failure.methodNotAllowed(taken)
                }
            }
        }
    }
}
