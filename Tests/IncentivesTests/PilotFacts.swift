import Contracts
import Programmes
import Testing

@testable import IncentivesService

/// Synthetic facts of the pilot's worker number 1, unless another is named.
enum PilotFacts {
    static func day(_ text: String) throws -> Timestamp { try #require(Timestamp.day(text)) }

    static func worker(_ number: Int) -> Identifier {
        .contractor(source: PilotWorld.source, workerId: "\(number)")
    }

    static func credential(
        _ number: Int = 100, worker: Int = 1, sequence: Int64 = 1, _ status: CredentialStatus = .valid,
        awarded: String = "2014-04-10", suspended: String? = nil, revoked: String? = nil, version: Int64 = 1
    ) throws -> CredentialState {
        let awardedAt = try day(awarded)
        return CredentialState(
            credential: .number(number), contractor: self.worker(worker), programme: "pilot",
            programmeVersion: version, pathway: "pos", offering: "pos-1", achievement: "pos-1", status: status,
            awardedAt: awardedAt, validFrom: awardedAt, validUntil: awardedAt.adding(months: 12), sequence: sequence,
            suspendedUntil: try suspended.map(day), revokedAt: try revoked.map(day))
    }

    static func engagement(
        _ number: Int, worker: Int = 1, revision: Int64 = 1, _ status: EngagementStatus = .active, starts: String,
        value: Int64? = nil
    ) throws -> EngagementState {
        try EngagementState.made(
            number, revision: revision, status, starts: starts, value: value.map(PilotWorld.usd),
            contractor: self.worker(worker))
    }

    static func task(
        _ number: Int, worker: Int = 1, sequence: Int64 = 1, stipend: Int64? = 20_00, engagement: Int? = nil,
        completed: String = "2014-04-05"
    ) throws -> TaskState {
        TaskState(
            task: .number(number), enrolment: .number(9), contractor: self.worker(worker), programme: "pilot",
            programmeVersion: 1, pathway: "pos", offering: "pos-1", attempt: "ATT-\(number)", layer: .practical,
            completedAt: try day(completed), stipend: stipend.map(PilotWorld.usd),
            engagement: engagement.map(Identifier.number), sequence: sequence)
    }

    static func receipt(
        _ hash: String, _ amount: Int64, date: String = "2014-04-20", _ category: ReceiptCategory = .tools,
        merchant: String = "Synthetic shop", currency: String = "USD"
    ) throws -> Receipt {
        Receipt(
            id: "RCP-\(hash)", merchant: merchant, date: try day(date).day,
            amount: Money(minorUnits: amount, currency: currency), category: category, hash: hash)
    }

    static func claim(
        _ id: String = "C1", worker: Int = 1, revision: Int64 = 1, _ action: ClaimAction = .submitted,
        on date: String = "2014-04-25", receipts: [Receipt]
    ) throws -> ClaimRecorded {
        ClaimRecorded(
            id: id, revision: revision, eventTime: try day(date), person: Person(workerId: "\(worker)"),
            programme: "pilot", grant: "tools", action: action, receipts: receipts)
    }

    static func decision(
        _ decision: ClaimDecision, on claim: String = "C1", worker: Int = 1, at date: String = "2014-04-26",
        amount: Int64? = nil, reason: String? = nil
    ) throws -> ClaimDecisionRecorded {
        ClaimDecisionRecorded(
            id: "D-\(claim)-\(decision.rawValue)-\(date)", revision: 1, eventTime: try day(date),
            person: Person(workerId: "\(worker)"), claim: claim, decision: decision, actor: "FIN-2",
            reason: reason ?? (decision == .approved || decision == .paid ? nil : "Synthetic reason."),
            amount: amount.map(PilotWorld.usd))
    }

    static func payment(
        _ id: String = "P1", of reward: Identifier, _ amount: Int64, revision: Int64 = 1
    ) throws -> PaymentRecorded {
        PaymentRecorded(
            id: id, revision: revision, eventTime: try day("2014-05-02"), person: Person(workerId: "1"),
            reward: reward, amount: PilotWorld.usd(amount), reference: id)
    }

    static func release(
        _ decision: ReleaseDecision, on date: String = "2014-04-20", id: String = "REL-1", hash: String? = "ab"
    ) throws -> ReleaseRecorded {
        ReleaseRecorded(
            id: id, revision: 1, eventTime: try day(date), person: Person(workerId: "1"), programme: "pilot",
            pathway: "pos", decision: decision, textVersion: "r1", hash: hash)
    }

    static func testimonial(_ id: String = "TST-1", on date: String = "2014-04-15") throws -> TestimonialRecorded {
        TestimonialRecorded(
            id: id, revision: 1, eventTime: try day(date), person: Person(workerId: "1"), engagement: "WO-1",
            reference: id, hash: "cd")
    }

    static func override(
        _ decision: OverrideDecision, on date: String = "2014-04-12", worker: Int = 1
    ) throws -> OverrideRecorded {
        OverrideRecorded(
            id: "OVR-\(decision.rawValue)", revision: 1, eventTime: try day(date),
            person: Person(workerId: "\(worker)"), programme: "pilot", reward: "tools", decision: decision,
            actor: "FIN-2", reason: "Synthetic reason.")
    }

    static func enrolment(_ status: EnrolmentStatus = .open, sequence: Int64 = 1) throws -> EnrolmentState {
        EnrolmentState(
            enrolment: .number(9), contractor: worker(1), programme: "pilot", programmeVersion: 1, pathway: "pos",
            offering: "pos-1", status: status, optedInAt: try day("2014-03-01"), sequence: sequence,
            statement: "9f2c41d07a3b", language: "es")
    }
}
