/// How the web listener behaves, typed.
public struct WebSettings: Sendable {
    /// Address to listen on.
    public var host: String
    /// TCP port to listen on; 0 lets the system choose.
    public var port: Int
    /// Largest body of a request, in bytes.
    public var requestBytes: Int
    /// Longest time that a request may take.
    public var requestTimeout: Duration
    /// Time without traffic after which a connection is closed.
    public var idleTimeout: Duration

    /// Settings of a listener, for tests and tools.
    public init(
        host: String = "127.0.0.1",
        port: Int,
        requestBytes: Int = 1_048_576,
        requestTimeout: Duration = .seconds(30),
        idleTimeout: Duration = .seconds(60),
    ) {
        self.host = host
        self.port = port
        self.requestBytes = requestBytes
        self.requestTimeout = requestTimeout
        self.idleTimeout = idleTimeout
    }

    init(_ resolved: ResolvedSettings) throws(ConfigurationError) {
        self.init(
            host: try resolved(WebSetting.host),
            port: try resolved(WebSetting.port),
            requestBytes: try resolved(WebSetting.requestBytes),
            requestTimeout: try resolved(WebSetting.requestTimeout),
            idleTimeout: try resolved(WebSetting.idleTimeout))
    }
}
