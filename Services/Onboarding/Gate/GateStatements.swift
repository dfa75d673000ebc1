import Contracts
import Database
import Messaging

/// The SQL of gates and their steps.
enum GateStatements {
    static let columns = """
        case_id, engagement, contractor, source, role, programme, programme_version, status, opened_at, started_at,
        warning_at, due_at, cleared_at, is_warned, is_breached, agreement, sequence
        """

    static let stepColumns = """
        case_id, step, contractor, kind, owner, blocks, state, done_at, waived_by, text_version, statement
        """

    /// Cases that a gate is to be kept of from now on.
    static let prepare = Statement(
        """
        INSERT INTO onboarding_gate
            (case_id, engagement, contractor, source, status, is_warned, is_breached, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[]),
            'open', false, false, 0
        ON CONFLICT DO NOTHING
        """)

    static let update = Statement(
        """
        UPDATE onboarding_gate g SET
            role = v.role, programme = v.programme, programme_version = v.programme_version, status = v.status,
            opened_at = v.opened_at, started_at = v.started_at, warning_at = v.warning_at, due_at = v.due_at,
            cleared_at = v.cleared_at, is_warned = v.is_warned, is_breached = v.is_breached,
            agreement = v.agreement, sequence = v.sequence
        FROM unnest(
            $1::uuid[], $2::text[], $3::text[], $4::int8[], $5::text[], $6::timestamptz[], $7::timestamptz[],
            $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::bool[], $12::bool[], $13::text[],
            $14::int8[])
            v (case_id, role, programme, programme_version, status, opened_at, started_at, warning_at, due_at,
               cleared_at, is_warned, is_breached, agreement, sequence)
        WHERE g.case_id = v.case_id
        """)

    static let upsertSteps = Statement(
        """
        INSERT INTO onboarding_step (\(stepColumns))
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::bool[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::uuid[]), unnest($10::text[]), unnest($11::text[])
        ON CONFLICT (case_id, step) DO UPDATE SET
            kind = excluded.kind, owner = excluded.owner, blocks = excluded.blocks, state = excluded.state,
            done_at = excluded.done_at, waived_by = excluded.waived_by, text_version = excluded.text_version,
            statement = excluded.statement
        """)

    static let dropSteps = Statement(
        """
        DELETE FROM onboarding_step s USING unnest($1::uuid[], $2::text[]) v (case_id, step)
        WHERE s.case_id = v.case_id AND s.step = v.step
        """)

    /// Whose cases an agreement of a source ($1), made at a time ($2), may be in force for.
    static let touched = Statement(
        """
        SELECT DISTINCT g.contractor
        FROM unnest($1::text[], $2::timestamptz[]) v (source, made_at)
        JOIN onboarding_gate g ON g.source = v.source AND g.opened_at >= v.made_at
        ORDER BY 1
        """)

    /// Cases are judged by agreements beside each other; an agreement is taken in while no case is judged.
    static let shareAgreements = Statement("SELECT pg_advisory_xact_lock_shared(1011) IS NULL")
    static let lockAgreements = Statement("SELECT pg_advisory_xact_lock(1011) IS NULL")

    static let all = [prepare, update, upsertSteps, dropSteps, touched, shareAgreements, lockAgreements]

    static func prepare(_ gates: [Gate]) -> Call {
        Call(
            prepare,
            [
                .uuids(gates.map(\.caseID)), .uuids(gates.map(\.engagement)), .uuids(gates.map(\.contractor)),
                .texts(gates.map(\.source)),
            ])
    }

    static func update(_ rows: [Gate]) -> Call {
        Call(
            update,
            [
                .uuids(rows.map(\.caseID)), .texts(rows.map(\.role)), .texts(rows.map(\.programme)),
                .int8s(rows.map(\.programmeVersion)), .texts(rows.map(\.status.rawValue)),
                .timestamps(rows.map(\.openedAt)), .timestamps(rows.map(\.startedAt)),
                .timestamps(rows.map(\.warningAt)), .timestamps(rows.map(\.dueAt)),
                .timestamps(rows.map(\.clearedAt)), .bools(rows.map(\.isWarned)), .bools(rows.map(\.isBreached)),
                .texts(rows.map(\.agreement)), .int8s(rows.map(\.sequence)),
            ])
    }

    static func upsert(_ rows: [GateStep]) -> Call {
        Call(
            upsertSteps,
            [
                .uuids(rows.map(\.caseID)), .texts(rows.map(\.step)), .uuids(rows.map(\.contractor)),
                .texts(rows.map(\.kind)), .texts(rows.map(\.owner)), .bools(rows.map(\.blocks)),
                .texts(rows.map(\.state.rawValue)), .timestamps(rows.map(\.doneAt)), .uuids(rows.map(\.waivedBy)),
                .texts(rows.map(\.textVersion)), .texts(rows.map(\.statement)),
            ])
    }

    static func drop(_ rows: [GateStep]) -> Call {
        Call(dropSteps, [.uuids(rows.map(\.caseID)), .texts(rows.map(\.step))])
    }

    static func gates(_ rows: Rows) throws -> [Gate] {
        try rows.map { row in
            var gate = Gate(
                engagement: try row.identifier(1), contractor: try row.identifier(2), source: try row.text(3))
            gate.role = try row.optionalText(4)
            gate.programme = try row.optionalText(5)
            gate.programmeVersion = try row.optionalInt64(6)
            gate.status = try row.word(7)
            gate.openedAt = try row.optionalTimestamp(8)
            gate.startedAt = try row.optionalTimestamp(9)
            gate.warningAt = try row.optionalTimestamp(10)
            gate.dueAt = try row.optionalTimestamp(11)
            gate.clearedAt = try row.optionalTimestamp(12)
            gate.isWarned = try row.bool(13)
            gate.isBreached = try row.bool(14)
            gate.agreement = try row.optionalText(15)
            gate.sequence = try row.int64(16)
            return gate
        }
    }

    static func steps(_ rows: Rows) throws -> [GateStep] {
        try rows.map { row in
            let text = try row.text(6)
            guard let state = GateStep.State(rawValue: text) else {
                throw DatabaseError(.decoding, "\(text) is no state of a step")
            }
            return GateStep(
                caseID: try row.identifier(0), step: try row.text(1), contractor: try row.identifier(2),
                kind: try row.text(3), owner: try row.text(4), blocks: try row.bool(5), state: state,
                doneAt: try row.optionalTimestamp(7), waivedBy: try row.optionalIdentifier(8),
                textVersion: try row.optionalText(9), statement: try row.optionalText(10))
        }
    }
}
