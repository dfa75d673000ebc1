/// How the web listener behaves.
public enum WebSetting {
    /// Address to listen on.
    public static let host = Setting(
        "http.host", .text, default: "127.0.0.1", "Address to listen on; 0.0.0.0 means every interface.")
    /// Port to listen on.
    public static let port = Setting(
        "http.port", .port, default: nil,
        byProgram: [
            .onboarding: "18081", .assessment: "18082", .credentialing: "18083", .incentives: "18084",
            .metrics: "18085",
        ],
        "TCP port to listen on.")
    /// Address that the public sees.
    public static let baseURL = Setting(
        "public.base-url", .baseURL, default: "http://127.0.0.1:18080", programs: Program.all,
        "Public origin of the suite; fixed at set-up, because the ids of credentials are addresses under it.")
    /// Largest request body.
    public static let requestBytes = Setting(
        "http.request-bytes", .integer(1024...16_777_216), default: "1048576", "Largest body of a request, in bytes.")
    /// Time for a request.
    public static let requestTimeout = Setting(
        "http.request-timeout", .duration(.seconds(1) ... .seconds(600)), default: "30s",
        "Longest time that a request may take before it is answered with 503.")
    /// Time without traffic.
    public static let idleTimeout = Setting(
        "http.idle-timeout", .duration(.seconds(1) ... .seconds(3600)), default: "60s",
        "Time without traffic after which a connection is closed.")
}
