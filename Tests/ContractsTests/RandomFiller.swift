@testable import Contracts

/// Fills a payload with random values that its description allows.
struct RandomFiller: PayloadVisitor {
    var random: SeededGenerator
    var isConsistent = true

    /// A payload whose fields also agree with each other.
    static func payload(_ type: any Payload.Type, seed: UInt64) -> any Payload {
        var filler = RandomFiller(random: SeededGenerator(seed: seed))
        while true {
            filler.isConsistent = true
            var payload = type.init()
            payload.visit(&filler)
            if filler.isConsistent { return payload }
        }
    }

    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value
    ) {
        value = make(Value.self, rule) ?? sample()
    }

    mutating func field<Value: ContractValue>(
        _ name: StaticString, _ value: inout Value?, _ rule: Value.Rule, _ summary: StaticString,
        sample: @autoclosure () -> Value?
    ) {
        value = Bool.random(using: &random) ? nil : make(Value.self, rule)
    }

    mutating func check(_ name: StaticString, _ message: StaticString, _ holds: @autoclosure () -> Bool) {
        isConsistent = isConsistent && holds()
    }

    private mutating func make<Value: ContractValue>(_ type: Value.Type, _ rule: Value.Rule) -> Value? {
        switch rule {
        case let rule as TextRule: return text(rule) as? Value
        case let rule as IntegerRule: return Int64.random(in: rule.range, using: &random) as? Value
        case let rule as DecimalRule:
            let low = max(rule.range.lowerBound, -5) * Decimal6.one
            let high = min(rule.range.upperBound, 20) * Decimal6.one
            return Decimal6(millionths: Int64.random(in: low...high, using: &random)) as? Value
        case is FlagRule: return Bool.random(using: &random) as? Value
        case let rule as MapRule: return map(rule) as? Value
        case is ListRule<AnyRule>:
            let count = Int.random(in: 0...3, using: &random)
            return (0..<count).map { _ in nested(SubResult.self) } as? Value
        default: return special(type)
        }
    }

    private mutating func special<Value: ContractValue>(_ type: Value.Type) -> Value? {
        if type == Identifier.self { return Identifier(high: random.next(), low: random.next()) as? Value }
        if type == Timestamp.self {
            let range: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999
            return Timestamp(microseconds: Int64.random(in: range, using: &random)) as? Value
        }
        if type == Day.self {
            return Day(number: Int32.random(in: -719_162...2_932_896, using: &random)) as? Value
        }
        if let type = type as? any ContractWord.Type { return word(type) as? Value }
        if let type = type as? any Payload.Type { return nested(type) as? Value }
        return nil
    }

    private mutating func word<Word: ContractWord>(_ type: Word.Type) -> Word? {
        Word.allCases.randomElement(using: &random)
    }

    private mutating func nested<Value: Payload>(_ type: Value.Type) -> Value {
        var value = Value()
        value.visit(&self)
        return value
    }

    private mutating func text(_ rule: TextRule) -> String {
        switch rule.form {
        case .currency: return ["USD", "EUR", "JPY"].randomElement(using: &random) ?? "USD"
        case .country: return "US"
        case .language: return ["en", "de-CH", "zh-Hant-TW"].randomElement(using: &random) ?? "en"
        case .jsonObject: return #"{"a":["\u0000\"",1.5e-3,null],"ü":{}}"#
        case .free: return characters(rule.length)
        }
    }

    private mutating func characters(_ length: ClosedRange<Int>) -> String {
        let letters = Array("abcXYZ 019-_:/\"\\\n\t\u{1}\u{7F}äß€世\u{1F600}\u{301}".unicodeScalars)
        let count = Int.random(in: length.lowerBound...min(length.upperBound, length.lowerBound + 30), using: &random)
        var text = String.UnicodeScalarView()
        for _ in 0..<count { text.append(letters.randomElement(using: &random) ?? "a") }
        return String(text)
    }

    private mutating func map(_ rule: MapRule) -> [String: String] {
        var map: [String: String] = [:]
        for _ in 0..<Int.random(in: 0...4, using: &random) { map[characters(rule.key)] = characters(rule.value) }
        return map
    }
}
