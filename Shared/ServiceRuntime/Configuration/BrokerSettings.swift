/// Where the broker is, typed.
public struct BrokerSettings: Sendable {
    /// A user and the password that proves it.
    public struct Login: Sendable {
        /// Name of the user.
        public let user: String
        /// Password of the user.
        public let password: Secret
    }

    /// Host name or address.
    public let host: String
    /// TCP port.
    public let port: Int
    /// Virtual host that holds the topology.
    public let virtualHost: String
    /// The program's own user.
    public let login: Login
    /// The user that answers publishers; nil for a program that answers none.
    public let replies: Login?
    /// Control program of the broker; nil for a program that does not use it.
    public let control: String?
    /// Interval of heartbeats.
    public let heartbeat: Duration
    /// Longest wait for a connection.
    public let connectTimeout: Duration
    /// PEM file of authorities; nil for a plain link.
    public let authorities: String?
    /// PEM file with this program's certificate.
    public let certificate: String?
    /// PEM file with the certificate's key.
    public let certificateKey: String?

    init(_ resolved: ResolvedSettings) throws(ConfigurationError) {
        host = try resolved(BrokerSetting.host)
        port = try resolved(BrokerSetting.port)
        virtualHost = try resolved(BrokerSetting.virtualHost)
        login = Login(user: try resolved(BrokerSetting.user), password: try resolved(BrokerSetting.password))
        if resolved.program.service != nil {
            replies = Login(
                user: try resolved(BrokerSetting.repliesUser), password: try resolved(BrokerSetting.repliesPassword))
        } else {
            replies = nil
        }
        control = resolved.program.service == nil ? try resolved(BrokerSetting.control) : nil
        heartbeat = try resolved(BrokerSetting.heartbeat)
        connectTimeout = try resolved(BrokerSetting.connectTimeout)
        authorities = try resolved(BrokerSetting.authorities)
        certificate = try resolved(BrokerSetting.certificate)
        certificateKey = try resolved(BrokerSetting.certificateKey)
    }
}
