/// What the product says of itself.
enum AboutRoutes {
    static func register(on routes: Routes) {
        routes.at(.about).get { _, _, connection in .page(try AboutPage(on: connection)) }
        routes.at(.accessibility).get { _, _, _ in .page(AccessibilityPage()) }
    }
}
