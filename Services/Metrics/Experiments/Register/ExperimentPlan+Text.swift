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
        ]
    }

    /// SHA-256 of what was declared, in hexadecimal digits.
    var digest: String {
        let text = "id: \(id)\n" + declared.map { "\($0.field): \($0.text)\n" }.joined()
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
