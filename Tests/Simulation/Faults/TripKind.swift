import Database
import Synchronization

/// What a round trip is about, told by its statements.
struct TripKind {
    var step: Point.Step?
    /// Whether it reads the hosts' clock.
    var readsWallClock = false

    private static let known = Mutex<[String: TripKind]>([:])

    /// The kind of a turn; the commit of a batch is known by its last statement.
    static func of(_ calls: [Call]) -> TripKind {
        var kind = TripKind()
        for call in calls {
            let own = of(call.statement.sql)
            // The door's first trip may fire timers or take retries: that says more than its inbox.
            if kind.step == nil || own.step == .timer { kind.step = own.step ?? kind.step }
            kind.readsWallClock = kind.readsWallClock || own.readsWallClock
        }
        if calls.last?.statement.sql == "COMMIT" { kind.step = .commit }
        return kind
    }

    private static func of(_ sql: String) -> TripKind {
        if let kind = known.withLock({ $0[sql] }) { return kind }
        var kind = TripKind()
        kind.readsWallClock = sql.contains("guildhall_wall_clock")
        let marks: [(String, Point.Step)] = [
            ("set_config('enable_seqscan'", .inbox), ("_timer WHERE key = ANY ($1::uuid[]) AND due", .timer),
            ("_lease SET", .lease), ("WHERE next_at <= guildhall_now()", .retry), ("CASE WHEN $10::int4", .setAside),
            ("WITH RECURSIVE w", .sweep), ("_seal\n", .seal), ("_outbox o USING unnest", .forget),
        ]
        kind.step = marks.first { sql.contains($0.0) }?.1
        known.withLock { $0[sql] = kind }
        return kind
    }
}
