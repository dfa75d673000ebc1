import Contracts
import Logging

/// Writes each log event as one JSON object on one line, bounded in size.
public struct JSONLogHandler: LogHandler {
    /// Metadata of the logger.
    public var metadata: Logger.Metadata = [:]
    /// Adds metadata of the task.
    public var metadataProvider: Logger.MetadataProvider?
    /// Least important events that are written.
    public var logLevel: Logger.Level

    private let label: String
    private let service: String
    private let output: LogOutput
    private let clock: @Sendable () -> Timestamp

    /// A handler for one logger of a program.
    public init(
        label: String,
        service: String,
        level: Logger.Level,
        output: LogOutput,
        metadataProvider: Logger.MetadataProvider? = nil,
        clock: @escaping @Sendable () -> Timestamp = { Timestamp.hostClock },
    ) {
        self.label = label
        self.service = service
        self.logLevel = level
        self.output = output
        self.metadataProvider = metadataProvider
        self.clock = clock
    }

    /// A value of the logger's metadata.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an event.
    public func log(event: LogEvent) {
        var line: [UInt8] = []
        line.reserveCapacity(512)
        line.append(contentsOf: #"{"time":""#.utf8)
        InstantText.append(clock(), to: &line)
        line.append(contentsOf: #"","level":""#.utf8)
        line.append(contentsOf: event.level.rawValue.utf8)
        line.append(UInt8(ascii: "\""))
        LogMember.append("logger", label, to: &line)
        LogMember.append("service", service, to: &line)
        LogMember.append("message", event.message.description, to: &line, limit: LogBounds.message)
        if let error = event.error {
            LogMember.append("error", String(describing: error), to: &line)
        }
        appendMetadata(event.metadata ?? [:], to: &line)
        line.append(UInt8(ascii: "}"))
        line.append(UInt8(ascii: "\n"))
        output.append(line: line)
    }

    private func appendMetadata(_ own: Logger.Metadata, to line: inout [UInt8]) {
        var merged = metadata
        if let provided = metadataProvider?.get() { merged.merge(provided) { $1 } }
        merged.merge(own) { $1 }
        var writer = LogMetadataWriter()
        for (key, value) in merged.sorted(by: { $0.key < $1.key }) {
            writer.append(key, value, to: &line)
        }
        if writer.isTruncated { line.append(contentsOf: #","truncated":true"#.utf8) }
    }
}
