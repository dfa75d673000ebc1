import Contracts
import Database
import Messaging

/// A stage that an experiment reached, to be told once (EXP-10, EXP-12, EXP-15).
struct ExperimentStageFact: Equatable, Sendable {
    /// The kind of the timer that carries it through the door; its key is the stage's.
    static let timer = "experiment-changed"

    let key: Identifier
    let id: Identifier
    let programme: String
    let experiment: String
    let programmeVersion: Int64
    let stage: ExperimentStage
    let variant: String?
    let verdict: ExperimentVerdict
    /// The day whose figures it rests on.
    let day: Day
    let reason: String
    /// When it was found; set by the database.
    var noticedAt = Timestamp(microseconds: 0)

    static let load = Statement(
        """
        SELECT key, id, programme, experiment, programme_version, stage, variant, verdict, day, reason, noticed_at
        FROM metrics_experiment_stage WHERE key = ANY ($1::uuid[]) AND told_at IS NULL ORDER BY key FOR UPDATE
        """)

    /// All that an experiment has reached, the newest last.
    static let reached = Statement(
        """
        SELECT key, id, programme, experiment, programme_version, stage, variant, verdict, day, reason, noticed_at
        FROM metrics_experiment_stage WHERE id = $1 ORDER BY noticed_at, key
        """)

    static let tell = Statement(
        """
        UPDATE metrics_experiment_stage SET told_at = guildhall_now() WHERE key = ANY ($1::uuid[])
        """)

    static func query(_ keys: [Identifier]) -> Call { Call(load, [.uuids(keys)]) }

    static func told(_ keys: [Identifier]) -> Call { Call(tell, [.uuids(keys.sorted())]) }

    /// What others are told.
    var state: ExperimentState {
        ExperimentState(
            experiment: id, programme: programme, programmeVersion: programmeVersion, name: experiment, stage: stage,
            variant: variant, verdict: verdict, day: day, noticedAt: noticedAt, reason: reason)
    }

    /// What the audit trail keeps.
    var entry: AuditEntry {
        var inputs = AuditInputs()
        inputs.add("day", "\(day)")
        inputs.add("experiment", experiment)
        inputs.add("variant", variant)
        inputs.add("verdict", verdict.rawValue)
        return AuditEntry(
            decision: "experiment.\(stage.rawValue)", contractor: nil, rule: "experiment/1", programme: programme,
            programmeVersion: programmeVersion, inputs: inputs.text, outcome: reason)
    }
}

extension ExperimentStageFact {
    /// A row; a word that this version does not know is an error, for a guess would be told to everybody.
    init(_ row: Row) throws {
        self.init(
            key: try row.identifier(0), id: try row.identifier(1), programme: try row.text(2),
            experiment: try row.text(3), programmeVersion: try row.int64(4),
            stage: try row.word(5), variant: try row.optionalText(6),
            verdict: try row.word(7), day: try row.day(8),
            reason: try row.text(9), noticedAt: try row.timestamp(10))
    }
}
