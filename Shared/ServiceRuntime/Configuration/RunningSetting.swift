import Logging

/// How a service works and what it logs.
public enum RunningSetting {
    /// Messages handed out ahead of their acknowledgement.
    public static let prefetch = Setting(
        "messaging.prefetch", .integer(1...10_000), default: "2000",
        "Most unacknowledged messages of a queue.")
    /// Most messages of a transaction.
    public static let batch = Setting(
        "messaging.batch", .integer(1...10_000), default: "500", "Most messages that one transaction takes.")
    /// Largest message.
    public static let messageBytes = Setting(
        "limits.message-bytes", .integer(1024...16_777_216), default: "262144", programs: Program.all,
        "Largest message that is accepted, in bytes.")
    /// Deepest message.
    public static let messageDepth = Setting(
        "limits.message-depth", .integer(4...512), default: "32", programs: Program.all,
        "Deepest nesting of a message that is accepted.")
    /// Age of the oldest outbox row at which the service is no longer ready.
    public static let outboxAge = Setting(
        "readiness.outbox-age", .duration(.seconds(1) ... .seconds(3600)), default: "10s",
        "Age of the oldest unpublished event beyond which the service is not ready.")
    /// Time for an orderly stop.
    public static let shutdownGrace = Setting(
        "shutdown.grace", .duration(.seconds(1) ... .seconds(600)), default: "25s",
        "Longest time that an orderly stop may take before what still runs is cancelled.")
    /// Least level that is logged.
    public static let logLevel = Setting(
        "log.level", .level, default: "info", programs: Program.all, "Least important messages that are logged.")
    /// Where log lines go.
    public static let logOutput = Setting(
        "log.output", .choice(["stderr", "stdout"]), default: "stderr", "Where log lines go.")
}
