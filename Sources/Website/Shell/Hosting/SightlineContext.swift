package import Hummingbird

/// What the web framework carries with a request.
package struct SightlineContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The host at the other end of the connection: a visitor's, or a proxy's.
    let peer: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
