import Contracts
import Foundation

/// A reconciliation, apart from how often everything arrived.
struct Totals {
    var received = 0
    var duplicates = 0
    var waiting = 0
    var isBalanced = false
    var duplicatesByType: [String: Int] = [:]
    /// All other figures, as text.
    var rest = ""

    init(_ report: String) throws {
        guard var document = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any] else {
            throw SuiteFailure("no report: \(report)")
        }
        received = document.removeValue(forKey: "received") as? Int ?? -1
        duplicates = document.removeValue(forKey: "duplicates") as? Int ?? -1
        waiting = document["waiting"] as? Int ?? -1
        isBalanced = document["balanced"] as? Bool ?? false
        let byType = document["by_type"] as? [String: [String: Any]] ?? [:]
        duplicatesByType = byType.compactMapValues { $0["duplicates"] as? Int }
        document["by_type"] = byType.mapValues { counts in
            counts.filter { $0.key != "received" && $0.key != "duplicates" }
        }
        rest = String(
            decoding: try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .prettyPrinted]),
            as: UTF8.self)
    }
}

extension SuiteHouse {
    /// How many rows each table of effects has: audit entries, postings, credentials, timers and more.
    func effects() async throws -> [String] {
        let tables =
            ServiceName.allCases.map { "\($0.rawValue)_audit" }
            + ["assessment_outcome", "incentives_posting", "incentives_premium_use", "incentives_pool_membership"]
        var counts: [String] = []
        for table in tables { counts.append("\(table): \(try await number("SELECT count(*) FROM \(table)"))") }
        return counts
    }
}
