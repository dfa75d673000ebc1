import Contracts
import LinkedData
import Messaging
import Programmes
import Testing

@testable import CredentialingService

@Suite("What a credential does, and why")
struct EffectsTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)

    private func pathway(_ id: String, after: [String] = []) throws -> Pathway {
        Pathway(
            id: id, title: "Pathway \(id)", role: "till", passMark: Decimal6(40),
            credential: CredentialDefinition(
                name: "Till", description: "Can work a till.", criteria: "Two layers.",
                revocation: [RevocationCondition(id: "fraud", text: "Somebody else did the work.")],
                renewal: .expiry, renewalPath: RenewalPath(opensDaysBefore: 30)),
            offerings: [], prerequisites: after)
    }

    private func programme(_ version: Int64, gates: [ActionGate] = [], pools: [Pool] = []) throws -> PublishedProgramme
    {
        PublishedProgramme(
            definition: ProgrammeDefinition(
                id: "retail", title: "Retail", delivery: .guildhall, participation: .voluntary,
                pathways: [try pathway("AAA"), try pathway("BBB", after: ["AAA"])],
                rewards: Rewards(
                    pools: pools, premium: Premium(rateBasisPoints: 500, uses: 2),
                    grants: [
                        GrantPlan(
                            id: "tools", title: "Tools", pathway: "AAA",
                            amount: Money(minorUnits: 15_000, currency: "USD"), categories: [.courses], line: "grants"),
                        GrantPlan(
                            id: "other", title: "Other", pathway: "BBB",
                            amount: Money(minorUnits: 15_000, currency: "USD"), categories: [.courses], line: "grants"),
                    ], stories: [StoryPlan(pathway: "AAA")],
                    priorities: [PriorityPlan(pathway: "AAA", hasBriefPriority: true)],
                    tiers: [AccessTier(id: "first", title: "First", pool: "till", hours: 12)]),
                gates: gates,
                screenings: [
                    ScreeningPlan(
                        id: "client", title: "Client", basis: "The client declares it.",
                        steps: [ScreeningStep(id: "skills", title: "Skills", replacedBy: ["AAA"])])
                ],
                onboarding: [
                    OnboardingRole(
                        role: "till",
                        steps: [
                            OnboardingStep(
                                id: "badge", kind: .credential, title: "Badge", owner: .learning, pathway: "AAA"),
                            OnboardingStep(
                                id: "safety", kind: .safety, title: "Safety", owner: .operations,
                                basis: StepBasis(kind: .siteRule, reference: "Site rule 4"), waivedBy: ["AAA"]),
                        ])
                ]),
            version: version, publishedAt: Timestamp(microseconds: 0))
    }

    private func credential(_ change: (inout CredentialingWorld) throws -> Void = { _ in }) throws -> Credential {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.assessed())
        try change(&world)
        return try #require(world.credentials[id])
    }

    private func rule(_ credential: Credential, now: String = "2014-04-02") throws -> EffectsRule {
        let gate = ActionGate(
            id: "refund", action: "refund", assetClass: "card", requirement: .all(["AAA", "BBB"]),
            basis: "Mistakes cost money.")
        return EffectsRule(
            credential: credential, issued: try programme(1, pools: [Pool(id: "till", title: "Till staff")]),
            newest: try programme(2, gates: [gate]), now: try #require(UTCMoment.parse(now)))
    }

    @Test("GOV-25: every rule that names the credential is listed, with its id, version, basis, opening and end")
    func listed() throws {
        let effects = try rule(try credential()).effects
        #expect(
            effects.map { "\($0.kind.rawValue) \($0.id) \($0.programmeVersion)" } == [
                "gate refund 2", "screening client/skills 2", "onboarding till/badge 2", "onboarding till/safety 2",
                "prerequisite BBB 2", "pool till 1", "tier first 1", "premium premium 1", "grant tools 1",
                "story AAA 1", "priority AAA/rehire 1", "priority AAA/briefs 1", "renewal renewal 1",
            ])
        let gate = try #require(effects.first)
        #expect(gate.basis == "Mistakes cost money.")
        #expect(gate.opens == "refund on card, together with credentials of: BBB")
        #expect(gate.ends.contains("2015-03-31T00:00:00Z"))
        #expect(effects[3].basis == "site rule: Site rule 4")
        #expect(effects.dropLast().allSatisfy { $0.isInForce })
        #expect(effects.last?.isInForce == false)
        #expect(effects.last?.opens.contains("2015-03-01T00:00:00Z") == true)
    }

    @Test("GOV-25: what ends it is told in the words of its rules")
    func ends() throws {
        let ends = try rule(try credential()).ends
        #expect(
            ends.map { "\($0.kind) \($0.rule)" } == [
                "expiry validity", "revocation fraud", "revocation outcome", "suspension suspension",
            ])
        #expect(ends[0].words.contains("12 calendar months"))
        #expect(ends[1].words == "Somebody else did the work.")
    }

    @Test("GOV-25: suspended, lapsed or revoked it opens no gate and no reward; what outlasts it says so")
    func inForce() throws {
        let suspended = try credential { try $0.ask(.suspend, of: id, reason: "Review.", until: "2014-05-01") }
        #expect(try rule(suspended).effects.filter { $0.isInForce }.map { $0.kind } == [.grant, .story])
        #expect(try rule(suspended, now: "2014-05-01").effects.filter { $0.isInForce }.count == 12)
        let lapsed = try rule(try credential(), now: "2015-04-01").effects.filter(\.isInForce)
        #expect(lapsed.map(\.kind) == [.story])
        let revoked = try credential { try $0.ask(.revoke, of: id, condition: "fraud", reason: "Case 12.") }
        #expect(try rule(revoked).effects.allSatisfy { !$0.isInForce })
        let open = try rule(try credential(), now: "2015-03-02").effects.last
        #expect(open?.kind == .renewal && open?.isInForce == true)
    }

    @Test("GOV-25, ASM-20: the answer gives outcome, attempt, score, versions and date, and is in the audit trail")
    func answered() throws {
        var world = try CredentialingWorld(now: "2015-03-15")
        try world.tell(.assessed())
        try world.renew(.made(of: id, passed: "2015-03-10"))
        try world.ask(.suspend, of: id, reason: "Review.", until: "2015-05-01")
        let desk = EffectsDesk(
            book: CredentialBook(
                credentials: Array(world.credentials.values), renewals: Array(world.renewals.values)),
            context: DecisionContext(
                now: world.now, roster: Roster(), programmes: ProgrammeCatalogue([CredentialingWorld.renewing])))
        let asked = EffectsAsked(credential: id)
        let item = Item(
            id: Identifier(high: 0, low: 1), origin: .command, type: EffectsAsked.type, source: "client:ci",
            messageID: "1", contractor: nil, time: world.now, correlation: "", payload: asked)
        var out = Decisions()
        desk.decide(asked, item, &out)
        let told = try #require(out.replies[item.id]?.payload as? EffectsTold)
        let answer = try JSON.parse(Array(told.document.utf8))
        let assessment = try #require(answer["assessment"])
        #expect(assessment["outcome"]?.text == OutcomeState.assessed().outcome.description)
        #expect(assessment["attempt"]?.text == "ATT-1")
        #expect(assessment["score"]?.text == "72")
        #expect(assessment["rubricVersion"]?.text == "7")
        #expect(assessment["programmeVersion"]?.integer == 1)
        #expect(assessment["passedAt"]?.text == "2014-03-31T00:00:00Z")
        #expect(answer["terms"]?.list?.map { $0["score"]?.text } == ["72", "81"])
        #expect(answer["standing"]?.text == "suspended")
        #expect(answer["suspension"]?["reason"]?.text == "Review.")
        let entry = try #require(out.audits.first?.entry)
        #expect(entry.decision == "credential-effects.explained" && entry.inputs.contains("client:ci"))
        #expect(out.writes.isEmpty && out.emissions.isEmpty)
        var none = Decisions()
        desk.decide(EffectsAsked(credential: Identifier(high: 9, low: 9)), item, &none)
        #expect(none.replies.isEmpty && none.audits.isEmpty)
    }
}
