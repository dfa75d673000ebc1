import Foundation

/// A method behind its JSON, whatever its types.
public struct CataloguedMethod: Sendable {
    /// Its name, its fields and an example.
    public let description: MethodDescription
    private let evaluate: @Sendable (Data) throws(StatisticsError) -> any Encodable & Sendable
    private let diagnose: @Sendable (Data) throws(StatisticsError) -> Void

    /// Reads NaN and Infinity, which many programs write although JSON has no such numbers.
    private static var lenient: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return decoder
    }

    /// Takes a method into the catalogue.
    public init<Method: StatisticalMethod>(_ method: Method.Type) {
        let known = Set(method.description.inputs.map(\.name))
        description = method.description
        evaluate = { (question: Data) throws(StatisticsError) -> any Encodable & Sendable in
            try CataloguedMethod.refuseUnknown(question, known)
            return try Method.evaluate(try CataloguedMethod.decode(Method.Input.self, question))
        }
        diagnose = { (question: Data) throws(StatisticsError) in
            guard let input = try? CataloguedMethod.lenient.decode(Method.Input.self, from: question) else { return }
            _ = try Method.evaluate(input)
        }
    }

    /// The answer to one JSON object, to be encoded.
    public func answer(_ question: Data) throws(StatisticsError) -> any Encodable & Sendable {
        do {
            return try evaluate(question)
        } catch {
            // A text that is no JSON because of a NaN is refused by the field that has it.
            if error.field.isEmpty { try diagnose(question) }
            throw error
        }
    }

    /// A name that is misspelt would otherwise leave its usual value in place, unseen.
    private static func refuseUnknown(_ question: Data, _ known: Set<String>) throws(StatisticsError) {
        let names = try decode(MemberNames.self, question).names
        for name in names.sorted() where !known.contains(name) {
            throw StatisticsError(name, "is not known here; known are \(known.sorted().joined(separator: ", "))")
        }
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ question: Data,
    ) throws(StatisticsError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: question)
        } catch let error as DecodingError {
            throw StatisticsError(error)
        } catch {
            throw StatisticsError("", "the input cannot be read: \(error)")
        }
    }
}

/// The names of the members of a JSON object.
private struct MemberNames: Decodable {
    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let names: [String]

    init(from decoder: any Decoder) throws {
        names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
    }
}
