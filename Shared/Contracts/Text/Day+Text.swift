extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// `2025-09-15`.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads `2025-09-15`, and nothing else.
    public init?(_ description: String) {
        var copy = description
        guard let day = copy.withUTF8({ Day(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = day
    }

    /// Reads `2025-09-15` from bytes, and nothing else (RFC 3339, `full-date`).
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Digits.read(bytes, 0, 4), let month = Digits.read(bytes, 5, 2),
            let day = Digits.read(bytes, 8, 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Appends `2025-09-15`; a year beyond 9999 or before 1 takes as many characters as it needs.
    public func append(to bytes: inout [UInt8]) {
        let (year, month, day) = civil
        if (0...9999).contains(year) {
            bytes.append(atMost: 10) { start in
                write(to: UnsafeMutableBufferPointer(start: start, count: 10))
                return 10
            }
        } else {
            bytes.append(contentsOf: "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)".utf8)
        }
    }

    /// Writes the ten characters of a year from 0 to 9999.
    func write(to buffer: UnsafeMutableBufferPointer<UInt8>) {
        let (year, month, day) = civil
        Digits.write(year, 4, to: buffer, at: 0)
        buffer[4] = UInt8(ascii: "-")
        Digits.write(month, 2, to: buffer, at: 5)
        buffer[7] = UInt8(ascii: "-")
        Digits.write(day, 2, to: buffer, at: 8)
    }
}
