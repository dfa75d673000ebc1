import Contracts
import Crypto
import Database
import Messaging
import OpenBadges
import Programmes
import Testing

@testable import CredentialingService

@Suite("What credentials open")
struct GateTests {
    private let now = Timestamp(microseconds: 1_700_000_000_000_000)
    private let worker = Identifier.contractor(source: "/vms", workerId: "W-1")

    private func programme(
        _ requirement: CredentialRequirement, id: String = "tech", version: Int64 = 3
    ) -> PublishedProgramme {
        PublishedProgramme(
            definition: ProgrammeDefinition(
                id: id, title: "Tech", delivery: .external, participation: .voluntary, pathways: [],
                rewards: Rewards(),
                gates: [
                    ActionGate(
                        id: "pay", action: "deploy", assetClass: "payment", requirement: requirement,
                        basis: "Mistakes there cost money.")
                ],
                screenings: [
                    ScreeningPlan(
                        id: "client", title: "Client", basis: "The client declares it.",
                        steps: [
                            ScreeningStep(id: "identity", title: "Identity"),
                            ScreeningStep(id: "skills", title: "Skills", replacedBy: ["A", "B"]),
                        ])
                ]),
            version: version, publishedAt: Timestamp(microseconds: 0))
    }

    private func credential(
        _ pathway: String, programme: String = "tech", from: Int64 = -10, until: Int64 = 10
    ) -> HeldCredential {
        HeldCredential(
            id: .derived("test", pathway, programme), programme: programme, programmeVersion: 1, pathway: pathway,
            achievement: "\(pathway)-1", validFrom: now.adding(seconds: from), validUntil: now.adding(seconds: until))
    }

    private func gate(
        _ held: [HeldCredential]?, _ programmes: PublishedProgramme..., asking programme: String? = nil
    ) -> CredentialQueryAnswered {
        GateRule.answer(
            .gate(worker, action: "deploy", assetClass: "payment", programme: programme), held: held,
            ProgrammeCatalogue(programmes), now: now)
    }

    @Test("CRD-16: any-of opens by one valid credential, all-of by every one, and the answer says by which")
    func requirements() {
        let any = gate([credential("A")], programme(.any(["A", "B"])))
        #expect(any.verdict == .yes)
        #expect(any.rule == "credential-gate/1 pay")
        #expect(any.programme == "tech" && any.programmeVersion == 3)
        #expect(any.basis == "Mistakes there cost money.")
        #expect(any.credentials.map(\.pathway) == ["A"])
        let some = gate([credential("A")], programme(.all(["A", "B"])))
        #expect(some.verdict == .no)
        #expect(some.checks.map(\.outcome) == [.passed, .failed])
        #expect(some.reason.contains("B") && !some.reason.contains("A,"))
        #expect(gate([credential("A"), credential("B")], programme(.all(["A", "B"]))).verdict == .yes)
    }

    @Test("CRD-16: what has lapsed, is suspended, revoked, not valid yet or of another programme opens nothing")
    func onlyValid() {
        var suspended = credential("A")
        suspended.suspension = Suspension(
            since: now.adding(seconds: -1), until: now.adding(seconds: 1), reason: "Under review.")
        var over = credential("A")
        over.suspension = Suspension(since: now.adding(seconds: -2), until: now, reason: "Was under review.")
        var revoked = credential("A")
        revoked.revokedSince = now.adding(seconds: -1)
        for (held, word) in [
            (credential("A", until: 0), "lapsed"), (credential("A", from: 1), "pending"), (suspended, "suspended"),
            (revoked, "revoked"), (credential("A", programme: "other"), "not held"),
        ] {
            let answer = gate([held], programme(.any(["A"])))
            #expect(answer.verdict == .no, "\(word)")
            #expect(answer.credentials.isEmpty)
            #expect(answer.checks.first?.detail.contains(word) == true, "\(answer.checks)")
        }
        #expect(gate([over], programme(.any(["A"]))).verdict == .yes)
    }

    @Test("CRD-16, CRD-29: no gate, nobody known or programmes that disagree make it unknown, never a yes")
    func unknown() {
        let open = programme(.any(["A"]))
        #expect(gate(nil, open).verdict == .unknown)
        #expect(gate([credential("A")], open, asking: "none").verdict == .unknown)
        #expect(gate([credential("A")], open, programme(.any(["A"]), id: "zwei")).verdict == .unknown)
        #expect(gate([credential("A")], open, programme(.any(["A"]), id: "zwei"), asking: "tech").verdict == .yes)
        #expect(gate([], open).verdict == .no)
    }

    @Test("CRD-16: the newest version of a programme rules")
    func newest() {
        let answer = gate([credential("A")], programme(.any(["A"])), programme(.any(["B"]), version: 4))
        #expect(answer.verdict == .no)
        #expect(answer.programmeVersion == 4)
    }

    @Test("CRD-15: a screening's remaining steps are those that no valid credential replaces")
    func screening() {
        func ask(_ held: [HeldCredential]?) -> CredentialQueryAnswered {
            ScreeningRule.answer(
                .screening(worker, "client"), held: held, ProgrammeCatalogue([programme(.any(["A"]))]), now: now)
        }
        let waived = ask([credential("A"), credential("B", until: 20)])
        #expect(waived.remainingSteps == ["identity"])
        #expect(waived.waivedSteps == [WaivedStep(step: "skills", credential: credential("B").id)])
        #expect(waived.verdict == .no)
        #expect(waived.basis == "The client declares it.")
        #expect(ask([credential("A", until: 0)]).remainingSteps == ["identity", "skills"])
        #expect(ask(nil).verdict == .unknown)
        #expect(ask(nil).remainingSteps == ["identity", "skills"])
    }

    @Test("CRD-29: a credential is verified by its record, signature, dates, revocation and suspension, each named")
    func verify() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        let held = credential("A")
        let keys = [
            world.signer.issuer.verificationMethod(world.signer.keys.embeddedID): [UInt8](
                world.signer.keys.embedded.publicKey.rawRepresentation)
        ]
        try world.tell(.made())
        let outcome = OutcomeState.made()
        let stored = try #require(world.credentials[Credential.id(of: outcome.outcome)])
        let document = try world.signer.sign(
            CredentialDocument(issuer: CredentialingWorld.issuer).badge(
                of: stored, try #require(CredentialingWorld.programme.definition.pathway("AAA"))),
            created: now.adding(seconds: -5))
        let good = VerifyRule.answer((held, document), keys: keys, now: now)
        #expect(good.verdict == .yes, "\(good)")
        #expect(good.checks.map(\.name) == ["record", "signature", "dates", "revocation", "suspension"])
        #expect(good.status == "valid")
        let altered = Array(String(decoding: document, as: UTF8.self).replacing("72", with: "92").utf8)
        let tampered = VerifyRule.answer((held, altered), keys: keys, now: now)
        #expect(tampered.verdict == .no)
        #expect(tampered.checks.first { $0.name == "signature" }?.outcome == .failed)
        #expect(VerifyRule.answer((held, document), keys: [:], now: now).verdict == .no)
        var revoked = held
        revoked.revokedSince = now.adding(seconds: -3)
        revoked.reason = "Somebody else did the work."
        let taken = VerifyRule.answer((revoked, document), keys: keys, now: now)
        #expect(taken.verdict == .no && taken.status == "revoked")
        #expect(taken.since == revoked.revokedSince)
        #expect(taken.reason.contains("Somebody else did the work."))
        #expect(VerifyRule.answer(nil, keys: keys, now: now).verdict == .unknown)
    }

    @Test("GOV-25: every answer is in the audit trail with who asked, the rule and what it rests on")
    func audit() throws {
        let context = DecisionContext(
            now: now, roster: Roster(), programmes: ProgrammeCatalogue([programme(.any(["A"]))]))
        let desk = QuestionDesk(book: QuestionBook(held: [worker: [credential("A")]]), context: context)
        let query = CredentialQueryAsked.gate(worker, action: "deploy", assetClass: "payment")
        let item = Item(
            id: Identifier(high: 0, low: 1), origin: .command, type: .credentialQueryAsked, source: "client:ci",
            messageID: "1", contractor: nil, time: now, correlation: "", payload: query)
        var out = Decisions()
        desk.decide(query, item, &out)
        let entry = try #require(out.audits.first?.entry)
        #expect(entry.decision == "credential-query.answered")
        #expect(entry.rule == "credential-gate/1 pay")
        #expect(entry.contractor == worker && entry.programme == "tech" && entry.programmeVersion == 3)
        #expect(entry.inputs.contains("client:ci") && entry.inputs.contains(credential("A").id.description))
        #expect(entry.outcome.hasPrefix("yes"))
        #expect((out.replies[item.id]?.payload as? CredentialQueryAnswered)?.verdict == .yes)
        #expect(out.writes.isEmpty && out.emissions.isEmpty)
    }
}
