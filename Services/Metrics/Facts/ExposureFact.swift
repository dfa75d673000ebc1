import Contracts
import Database

/// When somebody first met a variant of an experiment, apart from what was assigned (EXP-05).
struct ExposureFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    var experiment: String
    var variant: String
    var client: String?
    var countedAt: Timestamp
    /// The earliest counts, so nothing grows.
    var order: Int64 { 0 }

    static let figure = "exposure"

    init(_ state: ExposureState) {
        id = state.exposure
        contractor = state.contractor
        programme = state.programme
        programmeVersion = state.programmeVersion
        experiment = state.experiment
        variant = state.variant
        client = state.client
        countedAt = state.exposedAt
    }

    mutating func merge(_ other: ExposureFact) {
        let (told, known) = ((other.countedAt, other.variant), (countedAt, variant))
        if told < known || (told == known && other.programmeVersion < programmeVersion) { self = other }
    }

    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, experiment, variant, exposed_at, client
        FROM metrics_exposure WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        programme = try row.text(2)
        programmeVersion = try row.int64(3)
        experiment = try row.text(4)
        variant = try row.text(5)
        countedAt = try row.timestamp(6)
        client = try row.optionalText(7)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_exposure
            (id, contractor, programme, programme_version, experiment, variant, exposed_at, client)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::timestamptz[]), unnest($8::text[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme,
            programme_version = excluded.programme_version, experiment = excluded.experiment,
            variant = excluded.variant, exposed_at = excluded.exposed_at, client = excluded.client
        """)

    static func parameters(_ facts: [ExposureFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .texts(facts.map(\.programme)),
            .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.experiment)),
            .texts(facts.map(\.variant)), .timestamps(facts.map(\.countedAt)),
            .texts(facts.map(\.client)),
        ]
    }
}
