import Contracts

/// A field of a contract, as far as a mapping needs to know it.
struct ContractField: Sendable {
    /// What may stand in it.
    indirect enum Shape: Sendable {
        /// One value.
        case value(FieldKind)
        /// Fields of its own.
        case group([ContractField])
        /// Names of the author's own, each with a text.
        case map
        /// Nothing that a row could give.
        case list
    }

    let name: String
    /// Whether a message without it is refused.
    let required: Bool
    let shape: Shape

    /// The fields of a payload, in its order.
    static func fields<Value: Payload>(of type: Value.Type) -> [ContractField] {
        var collector = Collector()
        var value = Value()
        value.visit(&collector)
        return collector.fields
    }

    /// Goes over the fields as the encoder does and notes them instead.
    private struct Collector: PayloadVisitor {
        var fields: [ContractField] = []

        mutating func field<Value: ContractValue>(
            _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
            sample: @autoclosure () -> Value
        ) {
            add("\(name)", required: Value.whenAbsent(rule) == nil, Value.self)
        }

        mutating func field<Value: ContractValue>(
            _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
            sample: @autoclosure () -> Value?
        ) {
            add("\(name)", required: false, Value.self)
        }

        private mutating func add<Value: ContractValue>(_ name: String, required: Bool, _ type: Value.Type) {
            fields.append(ContractField(name: name, required: required, shape: Collector.shape(of: type)))
        }

        private static func shape(of type: any ContractValue.Type) -> Shape {
            if let payload = type as? any Payload.Type { return .group(fields(ofAny: payload)) }
            if let word = type as? any ContractWord.Type { return .value(.word(words(of: word))) }
            switch type {
            case is String.Type: return .value(.text)
            case is Int64.Type: return .value(.integer)
            case is Decimal6.Type: return .value(.decimal)
            case is Bool.Type: return .value(.bool)
            case is Day.Type: return .value(.day)
            case is Timestamp.Type: return .value(.moment)
            case is Identifier.Type: return .value(.text)
            case is [String: String].Type: return .map
            default: return .list
            }
        }

        private static func fields<Value: Payload>(ofAny type: Value.Type) -> [ContractField] {
            ContractField.fields(of: type)
        }

        private static func words<Word: ContractWord>(of type: Word.Type) -> [String] {
            Word.allCases.map(\.rawValue)
        }
    }
}
