import Foundation

/// The fields of a form as browsers send them (`application/x-www-form-urlencoded`).
struct FormBody {
    private let fields: [String: String]

    /// Reads the fields; of two with one name the first counts.
    init(_ bytes: [UInt8]) {
        var fields: [String: String] = [:]
        for pair in String(decoding: bytes, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = FormBody.decoded(parts[0]), fields[name] == nil else { continue }
            fields[name] = parts.count == 2 ? FormBody.decoded(parts[1]) : ""
        }
        self.fields = fields
    }

    /// A field.
    subscript(name: String) -> String? { fields[name] }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
