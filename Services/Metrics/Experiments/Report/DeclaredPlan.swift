import Contracts
import Programmes

/// What was declared about an experiment's size, time and limits, beside what the report says at its top (EXP-01).
struct DeclaredPlan: Encodable, Equatable, Sendable {
    /// The places of a namespace.
    struct Namespace: Encodable, Equatable, Sendable {
        let id: String
        let from: Int64
        let until: Int64
    }

    let sizePerVariant: Int
    /// The written reason for fewer than 50 in a variant.
    let override: String?
    /// `worker` or `client`.
    let unit: String
    let salt: String
    let namespace: Namespace?
    let factorialWith: [String]
    /// Days after meeting the variant within which an outcome counts.
    let within: Int
    let preDays: Int
    let adjustment: String?
    let base: Double?
    let deviation: Double?
    let smallestEffect: Double?

    init(_ plan: ExperimentPlan) {
        sizePerVariant = plan.sizePerVariant
        override = plan.override
        unit = plan.unit.rawValue
        salt = plan.salt
        namespace = plan.namespace.map { Namespace(id: $0.id, from: $0.from, until: $0.until) }
        factorialWith = plan.factorialWith
        within = plan.within
        preDays = plan.preDays
        adjustment = plan.adjustment?.rawValue
        base = plan.base?.double
        deviation = plan.deviation?.double
        smallestEffect = plan.smallestEffect?.double
    }
}

extension Decimal6 {
    /// The nearest floating number.
    var double: Double { Double(millionths) / Double(Decimal6.one) }
}
