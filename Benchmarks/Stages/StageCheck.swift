import Contracts
import Database
import Messaging

/// Whether a stage did its work: a rate is worth nothing without.
struct StageCheck: Sendable {
    let stage: BenchStage
    let messages: Int

    /// Throws unless no message waits, and each had its event exactly once.
    func checkMessages(_ broker: AMQPBroker) async throws {
        let waiting = try await broker.readyMessages(in: stage.queue)
        guard waiting == 0 else { throw BenchError("\(waiting) messages wait in \(stage.queue)") }
        guard let event = stage.event else { return }
        for queue in stage.subscribers {
            try await Subscriber(queue: queue.name, event: event).check(messages, broker)
        }
    }

    /// Throws unless each message had its rows exactly once, in tables that held so many before.
    func checkRows(_ database: Database, held: Int = 0) async throws {
        for (what, share) in shares {
            let found = try await database.run([Call(Statement("SELECT count(*) FROM \(what)"))])[0].only().int64(0)
            guard found == held + messages * share else {
                throw BenchError("\(found) rows of \(what), \(held + messages * share) expected")
            }
        }
    }

    /// The rows that must be there, and how many a message.
    private var shares: [(what: String, share: Int)] {
        switch stage {
        case .onboarding:
            [("onboarding_engagement WHERE revision = 2", 1), ("onboarding_engagement_revision", 2)]
        case .assessment:
            [("assessment_result", 1), ("assessment_enrolment WHERE started_at IS NOT NULL", 1)]
        case .incentives:
            [("incentives_pool_membership WHERE open", 1), ("incentives_audit", 1)]
        case .metrics: [("metrics_report", 1)]
        case .engagement, .fanOut: [("onboarding_engagement", 1), ("onboarding_audit", 1)]
        case .fact: [("metrics_engagement", 1)]
        case .credential: [("credentialing_credential", 1)]
        case .reward:
            [
                ("incentives_premium_use WHERE open", 1),
                ("incentives_posting WHERE unit = 'GBP'", 1),
                ("incentives_audit WHERE decision = 'premium.recommended'", 1),
            ]
        }
    }
}
