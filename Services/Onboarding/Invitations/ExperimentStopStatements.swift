import Contracts
import Database

/// The SQL of variants that were stopped: as many rows as there ever were.
enum ExperimentStopStatements {
    static let load = Statement(
        """
        SELECT programme, experiment, variant, stopped_at FROM onboarding_experiment_stop
        ORDER BY programme, experiment, variant
        """)

    static let note = Statement(
        """
        INSERT INTO onboarding_experiment_stop AS s (programme, experiment, variant, stopped_at)
        SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::timestamptz[])
        ON CONFLICT (programme, experiment, variant) DO UPDATE SET stopped_at = excluded.stopped_at
        WHERE excluded.stopped_at < s.stopped_at
        """)

    static let all = [load, note]

    static func note(_ stops: [ExperimentStop]) -> Call {
        Call(
            note,
            [
                .texts(stops.map(\.programme)), .texts(stops.map(\.experiment)), .texts(stops.map(\.variant)),
                .timestamps(stops.map(\.stoppedAt)),
            ])
    }

    static func stops(_ rows: Rows) throws -> [ExperimentStop] {
        try rows.map { row in
            ExperimentStop(
                programme: try row.text(0), experiment: try row.text(1), variant: try row.text(2),
                stoppedAt: try row.timestamp(3))
        }
    }
}
