/// Where the broker is and how a connection to it behaves.
public struct BrokerConfiguration: Sendable {
    /// Encryption of the connection; without it the link is plain TCP.
    public struct TLSConfiguration: Sendable {
        /// PEM file with the authorities that may have signed the broker's certificate.
        public var authorityFile: String
        /// PEM file with this client's certificate, when the broker asks for one.
        public var certificateFile: String?
        /// PEM file with the key of that certificate.
        public var keyFile: String?

        /// Peer and host name are always verified; only the trust anchors are a choice.
        public init(authorityFile: String, certificateFile: String? = nil, keyFile: String? = nil) {
            self.authorityFile = authorityFile
            self.certificateFile = certificateFile
            self.keyFile = keyFile
        }
    }

    /// Host name or address.
    public var host: String
    /// TCP port.
    public var port: Int
    /// The virtual host that holds the topology.
    public var virtualHost: String
    /// Broker user; the broker compares it with a message's `user-id`.
    public var user: String
    /// Password of the user.
    public var password: String
    /// Interval of heartbeats; a peer that is silent for twice as long is taken for dead.
    public var heartbeatSeconds: Int
    /// Longest wait for the TCP connection and for the AMQP handshake, each.
    public var connectTimeoutSeconds: Int
    /// Longest wait for the answer to a declaration; afterwards the connection counts as lost.
    public var rpcTimeoutSeconds: Int
    /// The name that the broker's own tools show for the connection.
    public var connectionName: String
    /// Encryption, if wanted.
    public var tls: TLSConfiguration?

    /// Timeouts and heartbeat default to values that suit a network inside one site.
    public init(
        host: String,
        port: Int = 5672,
        virtualHost: String = Topology.virtualHost,
        user: String,
        password: String,
        heartbeatSeconds: Int = 15,
        connectTimeoutSeconds: Int = 5,
        rpcTimeoutSeconds: Int = 10,
        connectionName: String = "guildhall",
        tls: TLSConfiguration? = nil,
    ) {
        self.host = host
        self.port = port
        self.virtualHost = virtualHost
        self.user = user
        self.password = password
        self.heartbeatSeconds = heartbeatSeconds
        self.connectTimeoutSeconds = connectTimeoutSeconds
        self.rpcTimeoutSeconds = rpcTimeoutSeconds
        self.connectionName = connectionName
        self.tls = tls
    }
}
