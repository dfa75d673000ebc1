import Contracts
import Crypto
import Programmes

extension ExperimentPlan {
    /// What was declared, field by field, as a text that is the same for the same plan.
    var declared: [(field: String, text: String)] {
        [
            ("hypothesis", hypothesis), ("salt", salt),
            ("variants", variants.map { ExperimentPlan.text(of: $0) }.joined(separator: "; ")),
            ("eligible", eligible ?? ""), ("pathway", pathway ?? ""), ("primary", primary),
            ("secondary", secondary.joined(separator: ", ")), ("from", "\(from)"), ("until", "\(until)"),
            ("size-per-variant", "\(sizePerVariant)"), ("override", override ?? ""),
        ] + designed
    }

    /// What is declared beyond the first fields, where it is not what holds without a word.
    ///
    /// So the digest of a plan that says nothing of it stays the same. The decision is no part of the plan (EXP-15).
    private var designed: [(field: String, text: String)] {
        let effects = [("base", base), ("deviation", deviation), ("smallest-effect", smallestEffect)]
        let guarded = guardrails.map { "\($0.subject.rawValue) \($0.margin)" }.joined(separator: ", ")
        let fields: [(field: String, text: String)] = [
            ("unit", unit == .worker ? "" : unit.rawValue),
            ("namespace", namespace.map { "\($0.id) \($0.from) to \($0.until)" } ?? ""),
            ("factorial-with", factorialWith.joined(separator: ", ")),
            ("within", within == 60 ? "" : "\(within)"), ("pre-days", preDays == 90 ? "" : "\(preDays)"),
            ("adjustment", adjustment?.rawValue ?? ""), ("guardrails", guarded),
        ]
        return fields + effects.map { (field: $0, text: $1.map { "\($0)" } ?? "") }
    }

    /// SHA-256 of what was declared, in hexadecimal digits.
    var digest: String {
        let stated = declared.dropLast(designed.count) + designed.filter { !$0.text.isEmpty }
        let text = "id: \(id)\n" + stated.map { "\($0.field): \($0.text)\n" }.joined()
        return SHA256.hash(data: Array(text.utf8)).reduce(into: "") { digits, byte in
            digits += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }

    private static func text(of variant: ExperimentVariant) -> String {
        let texts = variant.texts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let premium = variant.premiumBasisPoints.map { " premium \($0)" } ?? ""
        return "\(variant.id) weight \(variant.weight)\(texts.isEmpty ? "" : " texts \(texts)")\(premium)"
    }
}
