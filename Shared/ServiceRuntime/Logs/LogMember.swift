/// Appends one member of a log line's object.
enum LogMember {
    static func append(_ key: String, _ value: String, to line: inout [UInt8], limit: Int = LogBounds.value) {
        line.append(UInt8(ascii: ","))
        JSONText.append(key, to: &line, limit: 128)
        line.append(UInt8(ascii: ":"))
        JSONText.append(value, to: &line, limit: limit)
    }
}
