/// A media type with its parameters, as content types name them (RFC 2045, RFC 9110).
struct MediaType: Equatable {
    /// `application/cloudevents+json`, in lower case.
    var name: String
    /// The parameters' names in lower case, with their values.
    var parameters: [String: String] = [:]

    /// Reads a media type.
    init?(_ text: String) {
        let parts = MediaType.split(text)
        let name = MediaType.trimmed(parts[0]).lowercased()
        let halves = name.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ MediaType.isToken($0) }) else { return nil }
        self.name = name
        for part in parts.dropFirst() {
            let part = MediaType.trimmed(part)
            if part.isEmpty { continue }
            guard let equals = part.firstIndex(of: "=") else { return nil }
            var value = part[part.index(after: equals)...]
            guard MediaType.isToken(part[..<equals]) else { return nil }
            if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = value.dropFirst().dropLast()
            } else if !MediaType.isToken(value) {
                return nil
            }
            parameters[part[..<equals].lowercased()] = String(value)
        }
    }

    /// Whether it says that the content is JSON.
    var isJSON: Bool {
        name == "application/json" || name == "text/json" || name.hasSuffix("+json")
    }

    /// Whether its text is in UTF-8, as JSON's always is.
    var isUTF8: Bool {
        guard let charset = parameters["charset"] else { return true }
        return charset.lowercased() == "utf-8" || charset.lowercased() == "us-ascii"
    }

    /// The parts between semicolons that stand outside quotation marks.
    private static func split(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for position in text.indices {
            if text[position] == "\"" { isQuoted.toggle() }
            if text[position] == ";", !isQuoted {
                parts.append(text[start..<position])
                start = text.index(after: position)
            }
        }
        return parts + [text[start...]]
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    private static func isToken(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
