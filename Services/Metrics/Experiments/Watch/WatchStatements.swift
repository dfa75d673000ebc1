import Contracts
import Database
import Messaging

/// The SQL of the watch.
enum WatchStatements {
    /// The clock, and how many versions of programmes there are: what may have changed since the last time.
    static let clock = Statement("SELECT guildhall_now(), (SELECT count(*) FROM programme_version)")

    /// The last day that was noted of an experiment.
    static let lastNoted = Statement("SELECT max(day) FROM metrics_experiment_look WHERE id = $1")

    /// Notes looks; what was seen on a day stays as it was seen then.
    static let note = Statement(
        """
        INSERT INTO metrics_experiment_look
            (id, day, programme, experiment, programme_version, verdict, variant, met, matured, p, noted_at)
        SELECT $1, v.day, $2, $3, $4, v.verdict, v.variant, v.met, v.matured, v.p / 1e9::float8, guildhall_now()
        FROM unnest($5::date[], $6::text[], $7::text[], $8::int8[], $9::int8[], $10::int8[])
            v (day, verdict, variant, met, matured, p)
        ON CONFLICT (id, day) DO NOTHING
        """)

    /// Records stages with the timers that carry them through the door; who records one first has it told.
    static let reach = Statement(
        """
        WITH fresh AS (
            INSERT INTO metrics_experiment_stage
                (key, id, programme, experiment, programme_version, stage, variant, verdict, day, reason, noticed_at)
            SELECT v.key, $1, $2, $3, $4, v.stage, v.variant, v.verdict, v.day, v.reason, guildhall_now()
            FROM unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[], $10::text[])
                v (key, stage, variant, verdict, day, reason)
            ON CONFLICT (key) DO NOTHING
            RETURNING key, id
        )
        INSERT INTO metrics_timer (key, kind, due, contractor, partition)
        SELECT key, 'experiment-changed', guildhall_now(), id, $11::int4 FROM fresh
        ON CONFLICT (key) DO NOTHING
        """)

    /// Stages whose timer fired in a replica of the previous version, which does not know its kind.
    static let forgotten = Statement(
        """
        SELECT s.key, s.id FROM metrics_experiment_stage s
        WHERE s.told_at IS NULL AND s.noticed_at < guildhall_now() - interval '1 minute'
            AND NOT EXISTS (SELECT FROM metrics_timer t WHERE t.key = s.key)
            AND NOT EXISTS (SELECT FROM metrics_retry q WHERE q.id = s.key)
        ORDER BY s.noticed_at LIMIT 100
        """)

    /// Sets the timers of stages that are on record.
    static let remind = Statement(
        """
        INSERT INTO metrics_timer (key, kind, due, contractor, partition)
        SELECT v.key, 'experiment-changed', guildhall_now(), v.id, v.partition
        FROM unnest($1::uuid[], $2::uuid[], $3::int4[]) v (key, id, partition)
        ON CONFLICT (key) DO NOTHING
        """)

    /// The looks as they were noted, with the last stage that was reached on each day.
    static let notes = Statement(
        """
        SELECT l.day, l.noted_at, l.verdict, s.stage, l.variant, l.met, l.matured, round(l.p * 1e9)::int8
        FROM metrics_experiment_look l
        LEFT JOIN LATERAL (
            SELECT stage FROM metrics_experiment_stage s WHERE s.id = l.id AND s.day = l.day
            ORDER BY noticed_at DESC, stage DESC LIMIT 1
        ) s ON true
        WHERE l.id = $1 AND l.day <= $2::date ORDER BY l.day
        """)

    /// Every statement, for the test that prepares them.
    static let all = [
        clock, lastNoted, note, reach, forgotten, remind, notes, ExperimentStageFact.load, ExperimentStageFact.reached,
        ExperimentStageFact.tell,
    ]

    static func note(
        _ looks: [NotedLook], _ id: Identifier, _ programme: String, _ experiment: String, _ version: Int64
    )
        -> Call
    {
        Call(
            note,
            [
                .uuid(id), .text(programme), .text(experiment), .int8(version), .dates(looks.map(\.day)),
                .texts(looks.map(\.verdict.rawValue)), .texts(looks.map(\.variant)), .int8s(looks.map(\.met)),
                .int8s(looks.map(\.matured)), .int8s(looks.map { look in look.p.map { Int64(($0 * 1e9).rounded()) } }),
            ])
    }

    static func reach(_ stages: [ExperimentStageFact]) -> Call? {
        guard let first = stages.first else { return nil }
        return Call(
            reach,
            [
                .uuid(first.id), .text(first.programme), .text(first.experiment), .int8(first.programmeVersion),
                .uuids(stages.map(\.key)), .texts(stages.map(\.stage.rawValue)), .texts(stages.map(\.variant)),
                .texts(stages.map(\.verdict.rawValue)), .dates(stages.map(\.day)), .texts(stages.map(\.reason)),
                .int4(Int32(Partition(of: first.id).number)),
            ])
    }
}

extension NotedLook {
    init(_ row: Row) throws {
        self.init(
            day: try row.day(0), notedAt: "\(try row.timestamp(1))",
            verdict: try row.word(2), stage: try row.optionalWord(3), variant: try row.optionalText(4),
            met: try row.int64(5), matured: try row.int64(6), p: try row.optionalInt64(7).map { Double($0) / 1e9 })
    }

    /// What a reading shows, to be noted.
    init(_ reading: ExperimentReading, on day: Day) {
        self.init(
            day: day, notedAt: "", verdict: reading.finding.verdict, stage: nil, variant: reading.finding.variant,
            met: Int64(reading.sampleRatio.observed.reduce(0, +)),
            matured: Int64(reading.matured.values.reduce(0, +)), p: reading.comparisons.compactMap(\.holm).min())
    }
}
