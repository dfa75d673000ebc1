import Foundation
import Statistics

/// Asks the catalogue as a program would: JSON in, JSON out.
enum JSONQuestion {
    static func answer(_ method: String, _ question: String) throws -> [String: any Sendable] {
        guard let method = MethodCatalogue.find(method) else { return [:] }
        let data = try JSONEncoder().encode(Answer(value: try method.answer(Data(question.utf8))))
        return try members(of: data)
    }

    /// The field that a question is refused for; nil if it is answered.
    static func refusal(_ method: String, _ question: String) -> String? {
        guard let method = MethodCatalogue.find(method) else { return nil }
        do {
            _ = try method.answer(Data(question.utf8))
            return nil
        } catch {
            return error.field
        }
    }

    private static func members(of data: Data) throws -> [String: any Sendable] {
        try JSONSerialization.jsonObject(with: data) as? [String: any Sendable] ?? [:]
    }

    private struct Answer: Encodable {
        let value: any Encodable

        func encode(to encoder: any Encoder) throws {
            try value.encode(to: encoder)
        }
    }
}
