import Logging

/// Flattens metadata into members with dotted names, keeps secrets out, and stops before a line grows too long.
struct LogMetadataWriter {
    /// Whether something was left out.
    private(set) var isTruncated = false

    /// Members of the line itself, which metadata must not repeat.
    private static let reserved: Set<String> = [
        "time", "level", "logger", "service", "message", "error", "truncated",
    ]

    /// Words in a name whose value is never written, in case one slips in.
    private static let hidden = [
        "password", "secret", "token", "authorization", "cookie", "email", "phone", "address", "given_name",
        "family_name",
    ]

    mutating func append(_ key: String, _ value: Logger.MetadataValue, to line: inout [UInt8]) {
        guard line.count < LogBounds.line - 2 * LogBounds.value else {
            isTruncated = true
            return
        }
        switch value {
        case .string(let text): write(key, text, to: &line)
        case .stringConvertible(let convertible): write(key, convertible.description, to: &line)
        case .dictionary(let dictionary):
            for (name, value) in dictionary.sorted(by: { $0.key < $1.key }) {
                append("\(key).\(name)", value, to: &line)
            }
        case .array(let array):
            for (index, value) in array.enumerated() { append("\(key).\(index)", value, to: &line) }
        }
    }

    private func write(_ key: String, _ value: String, to line: inout [UInt8]) {
        let name = LogMetadataWriter.reserved.contains(key) ? "metadata.\(key)" : key
        let lowered = key.lowercased()
        let isHidden = LogMetadataWriter.hidden.contains { lowered.contains($0) }
        LogMember.append(name, isHidden ? Secret.placeholder : value, to: &line)
    }
}
