import Contracts
import Database

/// The earliest result of an enrolment that was told.
struct AssessmentStartFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var offering: String
    var countedAt: Timestamp
    /// The earliest counts, so nothing grows.
    var order: Int64 { 0 }

    static let figure = "assessment-start"

    init(_ start: AssessmentStart) {
        id = start.enrolment
        contractor = start.contractor
        programme = start.programme
        offering = start.offering
        countedAt = start.startedAt
    }

    mutating func merge(_ other: AssessmentStartFact) {
        if other.countedAt < countedAt { self = other }
    }

    static let load = Statement(
        """
        SELECT enrolment, contractor, programme, offering, started_at
        FROM metrics_assessment_start WHERE enrolment = ANY ($1::uuid[]) ORDER BY enrolment FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        offering = try row.text(3)
        countedAt = try row.timestamp(4)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_assessment_start (enrolment, contractor, programme, offering, started_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::timestamptz[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (enrolment) DO UPDATE SET started_at = excluded.started_at
        """)

    static func parameters(_ facts: [AssessmentStartFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .texts(facts.map(\.offering)), .timestamps(facts.map(\.countedAt)),
        ]
    }
}
