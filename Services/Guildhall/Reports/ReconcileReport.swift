import Contracts
import Database

/// Every inbound message accounted for, and what came of it.
struct ReconcileReport: Codable, Sendable {
    /// Results of outside assessments.
    struct Results: Codable, Sendable {
        var accepted: Int64
        var refused: Int64
    }

    /// Messages of one type.
    struct TypeCount: Codable, Sendable {
        var received: Int64 = 0
        var accepted: Int64 = 0
        var refused: Int64 = 0
        var duplicates: Int64 = 0
    }

    var received: Int64
    var accepted: Int64
    var refused: Int64
    var duplicates: Int64
    /// Inbound messages that failed and wait for their next attempt or for a person.
    var waiting: Int64
    /// received = accepted + refused + duplicates + waiting.
    var isBalanced: Bool
    var refusedByReason: [String: Int64]
    var byType: [String: TypeCount]
    var contractors: Int64
    var engagements: [String: Int64]
    var enrolments: [String: Int64]
    var results: Results
    var credentials: [String: Int64]
    var premiumUses: Int64
    /// Balances by unit and kind of account.
    var ledger: [String: [String: Int64]]
    var rehire: [RehireReport]

    enum CodingKeys: String, CodingKey {
        case received, accepted, refused, duplicates, waiting, contractors, engagements, enrolments, results
        case credentials, ledger, rehire
        case isBalanced = "balanced"
        case refusedByReason = "refused_by_reason"
        case byType = "by_type"
        case premiumUses = "premium_uses"
    }
}

/// The rehire rate as of a day, as the metrics service computes it.
struct RehireReport: Codable, Sendable {
    var kpi: String
    var version: Int64
    var asOf: String
    var windowDays: Int64
    var eligible: Int64
    var rehired: Int64
    var censored: Int64
    var rate: Double?
    var groups: [KPIDocument.Group]?

    enum CodingKeys: String, CodingKey {
        case kpi, version, eligible, rehired, censored, rate, groups
        case asOf = "as_of"
        case windowDays = "window_days"
    }
}
