import Foundation
import Statistics

/// An answer for people.
struct StatisticsAnswer {
    private let members: [String: AnyJSON]

    init(_ answer: any Encodable) throws {
        members = try JSONDecoder().decode([String: AnyJSON].self, from: JSONEncoder().encode(answer))
    }

    /// Prints one output a line, in the documented order.
    func show(_ method: MethodDescription) throws {
        for output in method.outputs {
            let value = members[output.name] ?? .null
            if let text = StatisticsAnswer.text(value) {
                print("\(output.name): \(text)")
            } else {
                print("\(output.name):")
                try Output.json(value)
            }
        }
    }

    /// A value on one line; nil for a structure.
    private static func text(_ value: AnyJSON) -> String? {
        switch value {
        case .null: return "undefined"
        case .bool(let flag): return flag ? "yes" : "no"
        case .integer(let number): return "\(number)"
        case .number(let number): return "\(number)"
        case .text(let text): return text
        case .list(let list):
            let texts = list.compactMap(StatisticsAnswer.text)
            return texts.count == list.count ? texts.joined(separator: ", ") : nil
        case .object: return nil
        }
    }
}
