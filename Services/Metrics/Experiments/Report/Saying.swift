import Contracts

/// A sentence that people read: a code for programs, the sentence in English, and what it is about.
///
/// It is encoded as `{code, text, values}`, so that a page can say the same in another language.
protocol Saying: Encodable, Equatable, Sendable {
    /// Its name for programs; the same whatever the values.
    var code: String { get }
    /// The sentence in English.
    var text: String { get }
    /// What it is about, by name.
    var values: [String: SaidValue] { get }
}

/// A value in a sentence.
enum SaidValue: Encodable, Equatable, Sendable {
    case text(String)
    case count(Int)
    case number(Double)
    case day(Day)

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .count(let count): try container.encode(count)
        case .number(let number) where number.isFinite: try container.encode(number)
        case .number: try container.encodeNil()
        case .day(let day): try container.encode("\(day)")
        }
    }
}

private enum SayingKeys: String, CodingKey {
    case code, text, values
}

extension Saying {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: SayingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(text, forKey: .text)
        try container.encode(values, forKey: .values)
    }
}
