import Contracts
import Database

/// Mean rating after a worker's first credential, less the mean before it, in percent of the ratings' scales (MET-05).
enum QualityDelta: Measure {
    static let name = "quality-delta"
    static let label: String? = "cohort"
    static let facts = ["report", "credential"]

    /// A client's rating.
    struct Seen: Observation {
        let circumstances: Circumstances
        /// In percent of its scale; nil where the scale is a single point.
        let percent: Decimal6?
        /// When the worker's first credential was awarded.
        let firstAt: Timestamp?

        init(circumstances: Circumstances, percent: Decimal6?, firstAt: Timestamp?) {
            self.circumstances = circumstances
            self.percent = percent
            self.firstAt = firstAt
        }

        init(_ row: Row) throws {
            self.init(
                circumstances: try Circumstances(row),
                percent: try row.optionalInt64(4).map(Decimal6.init(millionths:)),
                firstAt: try row.optionalTimestamp(5))
        }

        /// What came before a variant was met is what the later ratings are compared with.
        func part(from moment: Timestamp) -> Seen? { self }
    }

    static let query = Statement(
        """
        WITH first AS (
            SELECT DISTINCT ON (p.canonical) p.canonical AS person, x.awarded_at AS first_at, x.offering
            FROM metrics_credential x JOIN metrics_contractor p ON p.id = x.contractor
            WHERE (x.status <> 'revoked' OR x.revoked_at IS NOT NULL) AND x.awarded_at < $1::timestamptz
                AND ($2::text IS NULL OR x.programme = $2)
            ORDER BY p.canonical, x.awarded_at, x.offering
        ), scores AS (
            SELECT p.canonical AS person, r.event_time AS at, (r.content ->> 'score')::numeric AS score,
                (r.content -> 'scale' ->> 'minimum')::numeric AS minimum,
                (r.content -> 'scale' ->> 'maximum')::numeric AS maximum
            FROM metrics_report r
            JOIN metrics_contractor p ON p.id = r.contractor
            LEFT JOIN metrics_engagement e ON e.id = r.engagement
            WHERE r.type = 'guildhall.rating.recorded.v1' AND r.event_time < $1::timestamptz
                AND (cardinality($3::text[]) = 0 OR e.role = ANY ($3::text[]))
        ), o AS (
            SELECT s.person, s.at, f.offering, f.first_at,
                CASE WHEN s.maximum > s.minimum
                    THEN round((s.score - s.minimum) / (s.maximum - s.minimum) * 100 * 1000000)::int8 END AS percent
            FROM scores s LEFT JOIN first f USING (person)
        )
        SELECT o.person, o.at, \(Circumstances.held), o.offering, o.percent, o.first_at FROM o
        """)

    static func figures(_ seen: [Seen]) -> [String: Figure] {
        var workers: [Identifier: (before: [Int64], after: [Int64])] = [:]
        var ratings: [Int64] = []
        for one in seen {
            guard let percent = one.percent?.millionths else { continue }
            ratings.append(percent)
            guard let person = one.circumstances.person, let firstAt = one.firstAt else { continue }
            if one.circumstances.at < firstAt {
                workers[person, default: ([], [])].before.append(percent)
            } else {
                workers[person, default: ([], [])].after.append(percent)
            }
        }
        let both = workers.sorted { $0.key < $1.key }.map(\.value).filter { !$0.before.isEmpty && !$0.after.isEmpty }
        let deltas = both.compactMap { worker in
            mean(worker.after).flatMap { after in mean(worker.before).map { after - $0 } }
        }
        return [
            "ratings": .count(Int64(ratings.count)), "meanPercent": .value(mean(ratings)),
            "workers": .count(Int64(both.count)),
            "meanBefore": .value(mean(both.compactMap { mean($0.before) })),
            "meanAfter": .value(mean(both.compactMap { mean($0.after) })), "delta": .value(mean(deltas)),
            "withoutBoth": .count(Int64(workers.count - both.count)),
            "withoutScale": .count(Int64(seen.count { $0.percent == nil })),
        ]
    }

    /// A worker's means before and after the first credential.
    struct Worker: Encodable, Equatable, Sendable {
        let contractor: String
        let before: Figure
        let after: Figure
        let delta: Figure
    }

    /// The workers one by one, by their pseudonymous id.
    static func workers(_ seen: [Seen]) -> [Worker] {
        var ratings: [Identifier: [Seen]] = [:]
        for one in seen where one.percent != nil {
            if let person = one.circumstances.person { ratings[person, default: []].append(one) }
        }
        return ratings.sorted { $0.key < $1.key }.map { person, seen in
            func mean(_ isAfter: Bool) -> Double? {
                QualityDelta.mean(
                    seen.filter { one in (one.firstAt.map { one.circumstances.at >= $0 } ?? false) == isAfter }
                        .compactMap { $0.percent?.millionths })
            }
            let (before, after) = (mean(false), mean(true))
            return Worker(
                contractor: "\(person)", before: .value(before), after: .value(after),
                delta: .value(after.flatMap { after in before.map { after - $0 } }))
        }
    }

    /// The mean of exact percents: summed as whole numbers, so that the order of the ratings does not show.
    private static func mean(_ millionths: [Int64]) -> Double? {
        millionths.isEmpty ? nil : Double(millionths.reduce(0, +)) / Double(millionths.count) / 1_000_000
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
