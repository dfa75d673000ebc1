import Foundation

/// The message by Foundation.
struct FoundationJSON {
    private let decoder = JSONDecoder()
    private let encoder: JSONEncoder

    init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
    }

    func read(_ body: [UInt8]) throws -> EngagementMirror {
        try decoder.decode(EngagementMirror.self, from: Data(body))
    }

    func write(_ message: EngagementMirror) throws -> Data {
        try encoder.encode(message)
    }

    /// Whether what it writes of a message says the same, in whatever order.
    func hasSame(_ body: [UInt8]) throws -> Bool {
        let before = try JSONSerialization.jsonObject(with: Data(body)) as? NSDictionary
        let after = try JSONSerialization.jsonObject(with: write(read(body))) as? NSDictionary
        return before != nil && before == after
    }
}
