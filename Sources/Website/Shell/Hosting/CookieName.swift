/// The names of cookies.
enum CookieName {
    /// Through HTTPS a cookie has the prefix with which browsers hold it to be this host's own, secure, and for all of
    /// it: no neighbour under the same domain can then plant one.
    static func make(_ name: String, isSecure: Bool) -> String { isSecure ? "__Host-\(name)" : name }
}
