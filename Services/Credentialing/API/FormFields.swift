import Foundation

/// The fields of a form or of an address (`application/x-www-form-urlencoded`).
struct FormFields: Sendable {
    private let fields: [String: [String]]

    /// The fields of a text.
    init(_ text: some StringProtocol) {
        var fields: [String: [String]] = [:]
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = FormFields.decoded(parts[0])
            fields[name, default: []].append(parts.count > 1 ? FormFields.decoded(parts[1]) : "")
        }
        self.fields = fields
    }

    /// The value of a field that is there once and is not empty.
    subscript(name: String) -> String? {
        guard let values = fields[name], values.count == 1, !values[0].isEmpty else { return nil }
        return values[0]
    }

    /// Whether a field stands twice, which OAuth forbids.
    var hasRepetition: Bool { fields.values.contains { $0.count > 1 } }

    /// Text as a value of a form.
    static func encoded(_ text: String) -> String {
        Issuer.escaped(text)
    }

    static func decoded(_ text: some StringProtocol) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }
}
