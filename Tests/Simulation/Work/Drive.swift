import Contracts
import Foundation
import Messaging

/// The suite does not come to rest.
struct Stuck: Error, CustomStringConvertible {
    let description: String
}

/// The one driver of both clocks: the hosts' while there is work, the programmes' when there is none.
struct Drive {
    let stage: Stage
    /// Days whose messages come together.
    let window: Int
    /// When the programmes' clock stops: far enough behind the last input that every credential has expired.
    private static let horizon = Timestamp(Day(year: 2026, month: 6, day: 1)!)

    /// Says every input at its time; between two, everything that is due happens.
    func play(_ inputs: [Input]) throws {
        var rest = inputs[...]
        // Nobody publishes before every service has declared its queues once.
        try settle()
        while let first = rest.first {
            try fireUntil(first.at)
            let group = rest.prefix {
                $0.at.microseconds < first.at.microseconds + Int64(window) * Timestamp.microsecondsADay
            }
            rest = rest.dropFirst(group.count)
            try setClock(group.last?.at ?? first.at)
            for input in group { say(input) }
            try settle()
        }
        stage.endPoison()
        // A person's act is about what there is, so all that was told comes first.
        if try replay() > 0 { try settle() }
        try revokeSome()
        // Most timers fire long after the last message.
        try fireUntil(Drive.horizon)
    }

    /// People revoke a few credentials, always the same ones.
    private func revokeSome() throws {
        let rows = try stage.monitor.run(
            """
            SELECT id, contractor FROM credentialing_credential
            WHERE right(id::text, 1) IN ('0', '1', '2') AND status <> 'revoked' ORDER BY id
            """)
        for row in rows {
            guard let contractor = Identifier(row[1]) else { continue }
            stage.note("somebody revokes credential \(row[0])")
            let id = Identifier.derived("simulated-request", row[0])
            try stage.monitor.run(
                """
                INSERT INTO credentialing_request (id, credential, kind, condition, reason, requested_by, requested_at)
                VALUES ('\(id)', '\(row[0])', 'revoke', 'not-own-work', 'simulated', 'a person', guildhall_now());
                INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
                VALUES ('\(id)', 'credential-request', guildhall_now(), '\(contractor)',
                    \(Partition(of: contractor).number))
                """)
        }
        try settle()
    }

    private func say(_ input: Input) {
        stage.counters.attempted += 1
        stage.note("in: \(input)")
        if stage.broker.publish(input.message).isConfirmed { stage.counters.acknowledged += 1 }
    }

    /// Lets time go on until nothing is due any more, and lets in again what was parked while things went wrong.
    func drain() throws {
        try settle()
        for _ in 0..<4 {
            try fireUntil(Drive.horizon)
            if try replay() == 0 { return try awaitOrder() }
            try settle()
        }
        throw Stuck(description: "messages are parked again and again: \(try parked())")
    }

    /// Every replica is back, every partition is consumed, and every audit entry lies under a seal.
    private func awaitOrder() throws {
        let end = stage.scheduler.now + 60_000_000_000
        while true {
            while try stage.step() {}
            if stage.replicas.allSatisfy(\.isUp), stage.broker.isIdle, stage.broker.unfairlyConsumed.isEmpty,
                try unsealed() == 0, try isDone()
            {
                return
            }
            // What is not in order then is a violation, which the invariants name.
            guard stage.scheduler.now < end, stage.scheduler.advance() else { return }
        }
    }

    private func unsealed() throws -> Int64 {
        let parts = ServiceName.allCases.map(\.rawValue).map {
            "SELECT count(*) c FROM \($0)_audit WHERE xid >= coalesce((SELECT max(to_xid) FROM \($0)_seal), '0')"
        }
        return try stage.monitor.number("SELECT sum(c) FROM (\(parts.joined(separator: " UNION ALL "))) t")
    }

    /// Lets in again what is parked, and now what waits for its next attempt.
    private func replay() throws -> Int {
        var found = 0
        for service in ServiceName.allCases {
            found += try stage.monitor.run(
                """
                UPDATE \(service.rawValue)_retry SET next_at = guildhall_now(), parked_reason = NULL, attempts = 0
                WHERE next_at IS NULL OR next_at > guildhall_now() RETURNING id
                """
            ).count
        }
        if found > 0 { stage.note("\(found) messages are let in again") }
        return found
    }

    private func parked() throws -> [String] {
        try ServiceName.allCases.flatMap {
            try stage.monitor.texts("SELECT parked_reason FROM \($0.rawValue)_retry WHERE next_at IS NULL")
        }
    }

    /// Moves the programmes' clock from one due timer or retry to the next, until a time.
    private func fireUntil(_ end: Timestamp) throws {
        while let next = try nextDue(), next < end {
            try setClock(next)
            try settle()
        }
    }

    private func nextDue() throws -> Timestamp? {
        let parts = ServiceName.allCases.flatMap { service in
            [
                "(SELECT due FROM \(service.rawValue)_timer ORDER BY due LIMIT 1)",
                "(SELECT next_at FROM \(service.rawValue)_retry WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1)",
            ]
        }
        let text = try stage.monitor.often(
            "SELECT (extract(epoch FROM min(d)) * 1000000)::int8 FROM (\(parts.joined(separator: " UNION ALL "))) t (d)"
        )
        return text.first.map { $0[0] }.flatMap { Int64($0) }.map { Timestamp(microseconds: $0) }
    }

    private func setClock(_ time: Timestamp) throws {
        let microseconds = time.microseconds
        try stage.monitor.often(
            "UPDATE virtual_clock SET at = greatest(at, 'epoch'::timestamptz + interval '1 us' * $1::int8)",
            [String(microseconds)])
        stage.note("the programmes' clock: \(time.day)")
    }

    /// Runs until nothing waits anywhere; now and then for some seconds longer, so that what looks round finds nothing too.
    func settle() throws {
        let start = stage.scheduler.now
        let isPatient = Int.random(in: 0..<8, using: &stage.scheduler.chance) == 0
        var quiet = start + (isPatient ? 4_100_000_000 : 0)
        while true {
            while try stage.step() {}
            if stage.broker.isIdle, stage.scheduler.now >= quiet {
                if try isDone() { return }
                quiet = stage.scheduler.now + 100_000_000
            }
            guard stage.scheduler.now - start < 300_000_000_000 else {
                throw Stuck(
                    description:
                        "after five minutes something still waits: \(try leftOver() + stage.broker.waiting + [stage.scheduler.description, stage.replicas.map { "\($0.name) \($0.life) \($0.isUp)" }.joined(separator: ",")])"
                )
            }
            guard stage.scheduler.advance() else { throw Stuck(description: "nothing will ever happen again") }
        }
    }

    private func isDone() throws -> Bool { try leftOver().isEmpty }

    private func leftOver() throws -> [String] {
        let parts = ServiceName.allCases.map(\.rawValue).flatMap { service in
            [
                "SELECT '\(service) outbox' WHERE EXISTS (SELECT FROM \(service)_outbox)",
                "SELECT '\(service) timer' WHERE EXISTS (SELECT FROM \(service)_timer WHERE due <= guildhall_now())",
                """
                SELECT '\(service) retry' WHERE EXISTS
                    (SELECT FROM \(service)_retry WHERE next_at <= guildhall_now())
                """,
            ]
        }
        return try stage.monitor.often(parts.joined(separator: " UNION ALL ")).map { $0[0] }
    }
}
