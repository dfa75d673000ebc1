import Contracts
import Testing

extension SuiteHouse {
    /// What the services know of each other agrees, and the ledger balances (INC-23).
    func expectConsistency() async throws {
        // Each pair is a count of the owner and of those who heard of it.
        let agreements: [(String, [String])] = [
            (
                "SELECT count(*) FROM assessment_outcome WHERE passed",
                ["SELECT count(*) FROM credentialing_credential WHERE status <> 'revoked'"]
            ),
            (
                "SELECT count(*) FROM credentialing_credential",
                ["SELECT count(*) FROM incentives_credential", "SELECT count(*) FROM metrics_credential"]
            ),
            (
                "SELECT sum(sequence) FROM credentialing_credential",
                ["SELECT sum(sequence) FROM incentives_credential", "SELECT sum(sequence) FROM metrics_credential"]
            ),
            (
                "SELECT sum(revision) FROM onboarding_engagement",
                ["SELECT sum(revision) FROM incentives_engagement", "SELECT sum(revision) FROM metrics_engagement"]
            ),
            (
                "SELECT count(*) FROM onboarding_enrolment WHERE status = 'open'",
                [
                    "SELECT count(*) FROM assessment_enrolment WHERE status = 'open'",
                    "SELECT count(*) FROM metrics_enrolment WHERE status = 'open'",
                ]
            ),
            (
                "SELECT count(*) FROM incentives_premium_use WHERE open",
                ["SELECT count(*) FROM metrics_premium_use WHERE NOT is_returned"]
            ),
            (
                "SELECT count(*) FROM incentives_pool_membership WHERE open",
                ["SELECT count(*) FROM metrics_pool_membership WHERE is_open"]
            ),
        ]
        for (owner, others) in agreements {
            let expected = try await number("SELECT coalesce((\(owner)), 0)")
            for other in others {
                let found = try await number("SELECT coalesce((\(other)), 0)")
                #expect(found == expected, "\(other), but \(owner)")
            }
        }
        try await expectLedger()
    }

    private func expectLedger() async throws {
        let total = try await number("SELECT coalesce(sum(balance), 0) FROM incentives_balance")
        #expect(total == 0, "every posting balances")
        let overdrawn = try await lines(
            "SELECT account FROM incentives_balance WHERE account LIKE '%:entitlement' AND balance < 0")
        #expect(overdrawn == [], "entitlements used more often than granted")
        let used = try await number(
            "SELECT coalesce(sum(balance), 0) FROM incentives_balance WHERE account LIKE '%:used'")
        let open = try await number("SELECT count(*) FROM incentives_premium_use WHERE open")
        #expect(used == open, "the ledger's uses, but those of the table")
        let perEngagement = try await number(
            "SELECT coalesce(max(balance), 0) FROM incentives_balance WHERE account LIKE 'engagement:%:used'")
        #expect(perEngagement <= 1, "an engagement takes one use")
    }

    /// Nothing waits anywhere: no unpublished event, no message to be tried again or parked, no due timer.
    func expectNothingLeft() async throws {
        for service in ServiceName.allCases.map(\.rawValue) {
            let unpublished = try await number("SELECT count(*) FROM \(service)_outbox")
            #expect(unpublished == 0, "\(service)'s outbox")
            let retries = try await lines(
                "SELECT concat_ws(' ', source, message_id, attempts, parked_reason, errors[1]) FROM \(service)_retry")
            #expect(retries == [], "\(service)'s retries")
            let due = try await number("SELECT count(*) FROM \(service)_timer WHERE due <= guildhall_now()")
            #expect(due == 0, "\(service)'s timers")
        }
    }

    /// Every decision is on record, every record under a seal within seconds, every seal holds (GOV-01).
    func expectAudit() async throws {
        struct Verdict: Decodable {
            var service: String
            var links: Int
            var entries: Int
            var unsealed: Int
            var ok: Bool
        }
        let issued = try await number("SELECT count(*) FROM credentialing_credential")
        let recorded = try await number(
            "SELECT count(*) FROM credentialing_audit WHERE decision = 'credential.issued'")
        #expect(recorded == issued)
        var last: [Verdict] = []
        let pause = try await eventually(within: .seconds(20), "every audit entry is sealed", every: .milliseconds(500))
        {
            last = try await guildhall(["audit", "verify", "--json"]).json()
            return last.allSatisfy { $0.unsealed == 0 }
        }
        #expect(last.map(\.service).sorted() == ServiceName.allCases.map(\.rawValue).sorted())
        for verdict in last {
            let rows = try await number("SELECT count(*) FROM \(verdict.service)_audit")
            #expect(verdict.ok && verdict.entries == Int(rows), "\(verdict)")
        }
        let total = last.reduce(0) { $0 + $1.entries }
        say("\(total) audit entries, all sealed \(pause.text) after the drain")
    }
}
