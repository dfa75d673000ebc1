/// Where the broker is.
public enum BrokerSetting {
    /// Host of the broker.
    public static let host = Setting(
        "broker.host", .text, default: "127.0.0.1", programs: Program.all, "Host name or address of RabbitMQ.")
    /// Port of the broker.
    public static let port = Setting(
        "broker.port", .port, default: "5672", programs: Program.all, "TCP port of RabbitMQ.")
    /// Virtual host.
    public static let virtualHost = Setting(
        "broker.vhost", .text, default: "guildhall", programs: Program.all, "Virtual host that holds the topology.")
    /// User to log in as.
    public static let user = Setting(
        "broker.user", .text, default: "operator",
        byProgram: Dictionary(uniqueKeysWithValues: Program.services.map { ($0, $0.rawValue) }),
        programs: Program.all, "User to log in as; each service has its own.")
    /// Password of the user.
    public static let password = Setting(
        "broker.password", .secret, default: "", secret: true, programs: Program.all, "Password of the user.")
    /// User that answers publishers.
    public static let repliesUser = Setting(
        "broker.replies.user", .text, default: "replies",
        "User of the connection that answers publishers, the only one with a right on the default exchange.")
    /// Password of that user.
    public static let repliesPassword = Setting(
        "broker.replies.password", .secret, default: "", secret: true, "Password of the user that answers publishers.")
    /// Control program of the broker.
    public static let control = Setting<String?>(
        "broker.control", SettingKind.path.optional, absent: .some(nil), programs: [.guildhall],
        "The broker's control program (`rabbitmqctl`, or a wrapper that reaches the node), for `guildhall integrator`.")
    /// Interval of heartbeats.
    public static let heartbeat = Setting(
        "broker.heartbeat", .duration(.seconds(2) ... .seconds(120)), default: "15s", programs: Program.all,
        "Interval of heartbeats; a peer that is silent for twice as long is taken for dead.")
    /// Time to connect.
    public static let connectTimeout = Setting(
        "broker.connect-timeout", .duration(.seconds(1) ... .seconds(300)), default: "5s", programs: Program.all,
        "Longest wait for a connection.")
    /// Authorities that may have signed the broker's certificate.
    public static let authorities = Setting<String?>(
        "broker.authorities", SettingKind.path.optional, absent: .some(nil), programs: Program.all,
        "PEM file with the authorities that may have signed the broker's certificate; when set, the link is TLS.")
    /// Certificate of this client.
    public static let certificate = Setting<String?>(
        "broker.certificate", SettingKind.path.optional, absent: .some(nil), programs: Program.all,
        "PEM file with this program's certificate, when the broker asks for one.")
    /// Key of that certificate.
    public static let certificateKey = Setting<String?>(
        "broker.certificate-key", SettingKind.path.optional, absent: .some(nil), programs: Program.all,
        "PEM file with the key of that certificate.")
}
