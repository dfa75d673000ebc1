import Contracts
import Database
import Messaging
import Programmes
import TestKit
import Testing

@testable import MetricsService

@Suite("Metrics' rules over real SQL", .serialized, .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct RulesTests {
    private static let statements: [Statement] =
        [
            EngagementFact.load, EngagementFact.roles, EnrolmentFact.load, AssessmentStartFact.load,
            CredentialFact.load, PoolMembershipFact.load, PremiumUseFact.load, ReportFact.load, RequisitionFact.load,
            RequisitionFact.insert, InvitationFact.load, DiscoveryFact.load, ExposureFact.load, CaseFact.load,
            TaskFact.load, GrantFact.load, StipendFact.load,
        ] + [
            TimeToFill.query, FirstWeekErrors.query, Incidents.query, Participation.query, Completion.query,
            QualityDelta.query, Rehire.query, Clearance.query, RewardTotals.query, FunnelReport.query,
            RehireReport.query, VariantMap.exposures, VariantMap.invitations, VariantMap.undeclared,
            StatusReport.contractorCount,
        ]

    @Test("Every statement is one that the migrated schema knows")
    func prepares() async throws {
        try await OneByOne.inTransaction { transaction in
            for (number, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE metrics_\(number) AS \(statement.sql)"))])
            }
        }
    }

    @Test("MET-18: every figure has a stored definition with formula, source events, owner and version")
    func definitions() async throws {
        try await OneByOne.inTransaction { transaction in
            let rows = try await transaction.run([
                Call(
                    Statement(
                        "SELECT name, version, formula, source_events, owner FROM metrics_kpi_definition ORDER BY 1, 2")
                )
            ])[0]
            var newest: [String: Int64] = [:]
            for row in rows {
                newest[try row.text(0)] = try row.int64(1)
                #expect(try row.text(2).count > 40)
                #expect(!(try row.text(4).isEmpty))
                for event in try row.texts(3) { #expect(Catalogue.contract(named: event) != nil, "\(event)") }
            }
            #expect(Set(KPIDesk.measures + ["funnel", "status"]).isSubset(of: newest.keys))
            #expect(newest["funnel"] == 2)
        }
    }

    private static func time(
        _ id: String = "T1", revision: Int64 = 0, engagement: String = "E1", worker: String = "W1"
    ) -> TimeReported {
        TimeReported(
            id: id, revision: revision, eventTime: Fixtures.day(20_010), person: Person(workerId: worker),
            engagement: engagement, periodStart: Day(number: 20_001), periodEnd: Day(number: 20_007),
            hours: Decimal6(20))
    }

    private static func engagement(_ role: String) -> EngagementState {
        EngagementState(
            engagement: Fixtures.engagement("E1"), contractor: Fixtures.contractor(1), revision: 1, status: .active,
            role: role, occurredAt: Fixtures.day(20_000), startsAt: Fixtures.day(20_000), region: "US-CA")
    }

    @Test("ONB-05: fresh hours of an onboarded role are announced once a revision, with their period")
    func time() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            try await house.batch([Self.engagement("cashier")])
            let first = try await house.batch([Self.time(), Self.time()])
            #expect(first.emissions.map(\.type) == [.timeNoted] && first.duplicates.count == 1)
            let state = try #require(first.emissions.first?.payload as? TimeState)
            #expect(state.engagement == Fixtures.engagement("E1") && state.contractor == Fixtures.contractor(1))
            #expect(state.periodStart == Day(number: 20_001) && state.revision == 0)
            #expect(first.emissions.first?.contractor == Fixtures.contractor(1))
            #expect(try await house.batch([Self.time()]).emissions.isEmpty)
            #expect(try await house.batch([Self.time(revision: 2)]).emissions.count == 1)
            #expect(try await house.batch([Self.time(revision: 1)]).emissions.isEmpty)
        }
    }

    @Test("ONB-05: hours of other roles are not announced; hours that came before their engagement are")
    func roles() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            #expect(try await house.batch([Self.time(engagement: "unknown")]).emissions.count == 1)
            try await house.batch([Self.engagement("porter")])
            #expect(try await house.batch([Self.time("T2")]).emissions.isEmpty)
            house.programmes = ProgrammeCatalogue([Fixtures.programme(delivery: .external)])
            #expect(try await house.batch([Self.time("T3", engagement: "unknown")]).emissions.isEmpty)
        }
    }

    @Test("MET-01: a requisition is known by source, id and revision; a changed revision is refused")
    func requisitions() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            func record(_ revision: Int64, count: Int64 = 1, recorded: Int32? = nil) -> RequisitionRecorded {
                RequisitionRecorded(
                    id: "R", revision: revision, eventTime: Fixtures.day(20_000),
                    recordedTime: recorded.map { Fixtures.day($0) },
                    status: .wanted, roleCode: "cashier", count: count)
            }
            let first = try await house.batch([record(1), record(1, recorded: 20_009)])
            #expect(first.duplicates.count == 1 && first.refusals.isEmpty)
            let second = try await house.batch([record(1, count: 9), record(0), record(2, count: 4)])
            #expect(second.refusals.map(\.refusal.code) == ["revision-conflict"])
            #expect(second.refusals.first?.refusal.path == "data.revision")
            let rows = try await transaction.run([
                Call(Statement("SELECT revision, record FROM metrics_requisition ORDER BY revision"))
            ])[0]
            #expect(try rows.map { try $0.int64(0) } == [0, 1, 2])
            #expect(try rows[0].identifier(1) == .derived("requisition", Fixtures.source, "R"))
        }
    }

    @Test("MET-20: the credential held at the time of the event counts, not the one held today")
    func heldThen() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            var credential = CredentialState(
                credential: .derived("credential", "1"), contractor: Fixtures.contractor(1), programme: "p",
                programmeVersion: 1, pathway: "till", offering: "o", achievement: "o", status: .valid,
                awardedAt: Fixtures.day(20_003), validFrom: Fixtures.day(20_003), validUntil: Fixtures.day(20_006),
                sequence: 1)
            let work = (0..<7).map { day in
                WorkReported(
                    id: "K\(day)", revision: 0, eventTime: Fixtures.day(20_000 + Int32(day)),
                    person: Person(workerId: "W1"), engagement: "E1", units: 1, errors: 0, revisions: 0)
            }
            try await house.batch([Self.engagement("cashier"), credential] + work)
            var question = KPIQuestion(asOf: Day(number: 20_100))
            question.isSplitByCredential = true
            func units(_ held: String) async throws -> Figure? {
                try await house.groups(FirstWeekErrors.self, question).first { $0.by == ["credential": held] }?
                    .figures["units"]
            }
            #expect(try await units("held") == .count(3))
            #expect(try await units("not held") == .count(4))
            // Taken back for cause on the second day: what was done before then was done with it.
            credential.sequence = 2
            credential.status = .revoked
            credential.revokedAt = Fixtures.day(20_005)
            try await house.batch([credential])
            #expect(try await units("held") == .count(2))
            // Never passed after all: it was never held.
            credential.sequence = 3
            credential.revokedAt = nil
            try await house.batch([credential])
            #expect(try await units("held") == .count(0))
            // Renewed under its id: held without a break.
            credential.sequence = 4
            credential.status = .valid
            credential.validUntil = Fixtures.day(20_090)
            try await house.batch([credential])
            #expect(try await units("held") == .count(4))
        }
    }

    @Test("MET-21: late and corrected facts change their months, and the change shows")
    func changedMonths() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            func rating(_ revision: Int64, _ day: Int32) -> RatingRecorded {
                RatingRecorded(
                    id: "G", revision: revision, eventTime: Fixtures.day(day), person: Person(workerId: "W1"),
                    engagement: "E1", score: Decimal6(3), scale: Scale(minimum: Decimal6(1), maximum: Decimal6(5)))
            }
            try await house.batch([rating(0, 20_100)])
            try await house.batch([rating(1, 20_040)])
            let months = try await transaction.run([Call(ChangedMonth.query)])[0].map { try ChangedMonth($0) }
                .filter { $0.figure == "report" }
            #expect(months.map(\.month) == ["2024-11-01", "2025-01-01"])
            #expect(months.map(\.facts) == [1, 0])
            #expect(months.map(\.late) == [0, 1] && months.map(\.corrected) == [1, 1])
        }
    }

    @Test("MET-29 ONB-25: every stage from seen to rehired has its time; the slowest stage is named")
    func funnel() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let one = Fixtures.contractor(1)
            func engagement(_ id: String, _ revision: Int64, _ status: EngagementStatus, from: Int32, at: Int32)
                -> EngagementState
            {
                EngagementState(
                    engagement: Fixtures.engagement(id), contractor: one, revision: revision, status: status,
                    role: "cashier", occurredAt: Fixtures.day(at), startsAt: Fixtures.day(from),
                    endsAt: Fixtures.day(from + 10))
            }
            let enrolment = Identifier.derived("enrolment", "1")
            var discovery = DiscoveryState()
            (discovery.discovery, discovery.contractor) = (.derived("discovery", "1"), one)
            (discovery.programme, discovery.pathway, discovery.seenAt) = ("p", "till", Fixtures.day(20_000))
            var other = discovery
            (other.discovery, other.contractor) = (.derived("discovery", "2"), Fixtures.contractor(2))
            var task = TaskState()
            (task.task, task.enrolment, task.contractor) = (.derived("task", "1"), enrolment, one)
            (task.programme, task.pathway, task.offering) = ("p", "till", "o")
            (task.completedAt, task.sequence) = (Fixtures.day(20_005), 1)
            try await house.batch([
                discovery, other, task,
                InvitationState(
                    invitation: .derived("invitation", "1"), contractor: one, programme: "p", programmeVersion: 1,
                    pathway: "till", offering: "o", expectedHours: Decimal6(4), statement: "s", variants: [:],
                    language: "en", invitedAt: Fixtures.day(20_001), expiresAt: Fixtures.day(20_030),
                    isWithdrawn: false, sequence: 1),
                EnrolmentState(
                    enrolment: enrolment, contractor: one, programme: "p", programmeVersion: 1, pathway: "till",
                    offering: "o", status: .open, optedInAt: Fixtures.day(20_003), sequence: 1),
                AssessmentStart(
                    enrolment: enrolment, contractor: one, programme: "p", offering: "o",
                    startedAt: Fixtures.day(20_004)),
                CredentialState(
                    credential: .derived("credential", "1"), contractor: one, programme: "p", programmeVersion: 1,
                    pathway: "till", offering: "o", achievement: "o", status: .valid, awardedAt: Fixtures.day(20_006),
                    validFrom: Fixtures.day(20_006), validUntil: Fixtures.day(20_300), sequence: 1),
                engagement("E1", 1, .offered, from: 20_010, at: 20_007),
                engagement("E1", 2, .ended, from: 20_010, at: 20_020),
                engagement("E2", 1, .active, from: 20_050, at: 20_050),
            ])
            let question = KPIQuestion(asOf: Day(number: 20_100))
            let whole = try await house.funnel("p", question, delivery: .guildhall(tasked: ["till"]))[0]
            #expect(whole.stages.map(\.name) == FunnelUnit.stages)
            #expect(whole.stages.map(\.reached) == [2, 1, 1, 1, 1, 1, 1, 1, 1])
            #expect(whole.stages[1].conversion == .value(0.5))
            #expect(
                whole.stages.map(\.medianDays) == [.value(nil)] + [1, 2, 1, 1, 1, 1, 3, 40].map { Figure.value($0) })
            #expect(whole.slowest == "rehired")
            // As of a day before, what came later was not reached.
            let early = try await house.funnel(
                "p", KPIQuestion(asOf: Day(number: 20_004)), delivery: .guildhall(tasked: ["till"]))[0]
            #expect(early.stages.map(\.reached) == [2, 1, 1, 1, 0, 0, 0, 0, 0])
            #expect(early.slowest == "opted in")
            // Without a task to hand in, the first sign at the assessments is all that is known of them.
            let untasked = try await house.funnel("p", question, delivery: .guildhall(tasked: []))[0]
            #expect(untasked.stages[4].medianDays == .value(0) && untasked.stages[5].medianDays == .value(2))
            // Where the learning happens elsewhere, nothing began without an engagement.
            let external = try await house.funnel("p", question, delivery: .external)[0]
            #expect(external.stages[3].reached == 0 && external.stages[4].reached == 1)
        }
    }

    @Test("ONB-25: the offer counts by the earliest telling, in every order")
    func offered() {
        func state(_ revision: Int64, _ status: EngagementStatus, _ day: Int32) -> EngagementFact {
            EngagementFact(
                EngagementState(
                    engagement: Fixtures.engagement("E"), contractor: Fixtures.contractor(1), revision: revision,
                    status: status, role: "cashier", occurredAt: Fixtures.day(day),
                    requisition: revision == 2 ? .derived("requisition", "s", "R") : nil))
        }
        let told = [state(0, .offered, 20_000), state(1, .offered, 20_001), state(2, .accepted, 20_002)]
        for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1, 1, 0, 2]] {
            var fact = told[order[0]]
            for next in order.dropFirst() { fact.merge(told[next]) }
            #expect(fact.offeredAt == Fixtures.day(20_000) && fact.acceptedAt == Fixtures.day(20_002))
            #expect(fact.requisition == .derived("requisition", "s", "R"))
        }
    }

    @Test("EXP-05: the earliest exposure counts, in every order of telling")
    func exposure() {
        func told(_ day: Int32, _ variant: String) -> ExposureFact {
            ExposureFact(
                ExposureState(
                    exposure: .derived("exposure", "1"), contractor: Fixtures.contractor(1), programme: "p",
                    programmeVersion: 1, experiment: "subject", variant: variant, exposedAt: Fixtures.day(day)))
        }
        let all = [told(20_003, "clear"), told(20_001, "plain"), told(20_002, "clear"), told(20_001, "clear")]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1, 1]] {
            var fact = all[order[0]]
            for next in order.dropFirst() { fact.merge(all[next]) }
            #expect(fact.variant == "clear" && fact.countedAt == Fixtures.day(20_001))
        }
    }
}
