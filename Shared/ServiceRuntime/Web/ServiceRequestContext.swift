import Hummingbird
import Logging

/// What handlers know of a request beside the request itself.
public struct ServiceRequestContext: RequestContext {
    /// What the server keeps.
    public var coreContext: CoreRequestContextStorage
    /// Id of the request: the caller's, when it gave a sensible one, otherwise made here.
    public var requestID: String
    /// Largest body that a handler may read, in bytes.
    public var maxUploadSize: Int

    /// A context from the server's source.
    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        requestID = String(UInt64.random(in: 1 << 60 ... .max), radix: 16)
        maxUploadSize = 1_048_576
    }
}

/// The router that a service adds its own routes to.
public typealias ServiceRouter = Router<ServiceRequestContext>
