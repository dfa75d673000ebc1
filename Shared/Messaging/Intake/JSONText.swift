/// Writes small JSON objects whose members are texts and whole numbers: audit inputs, answers.
struct JSONText {
    /// What was written so far.
    private(set) var text = ""
    private var needsComma = false

    /// Nothing written yet.
    init() {}

    /// Begins an object.
    mutating func open() {
        text += "{"
        needsComma = false
    }

    /// Ends an object.
    mutating func close() {
        text += "}"
        needsComma = true
    }

    /// A member that is a text.
    mutating func member(_ name: StaticString, _ value: String) {
        begin(name)
        JSONText.append(value, to: &text)
    }

    /// A member that is a whole number.
    mutating func member(_ name: StaticString, _ value: Int64) {
        begin(name)
        text += String(value)
    }

    /// A member that is JSON already.
    mutating func member(_ name: StaticString, json value: String) {
        begin(name)
        text += value
    }

    private mutating func begin(_ name: StaticString) {
        if needsComma { text += "," }
        needsComma = true
        text += "\"\(name)\":"
    }

    /// A string with the escapes that RFC 8259, section 7, demands.
    static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{00}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
