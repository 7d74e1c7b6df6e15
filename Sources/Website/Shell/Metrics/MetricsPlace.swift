/// Where the numbers about the server are served: an address and a port of their own.
package struct MetricsPlace: Equatable, Sendable {
    package var host: String
    package var port: Int

    package init(host: String = "127.0.0.1", port: Int) {
        self.host = host
        self.port = port
    }
}
