import Contracts
import Database
import Messaging
import Testing

@testable import CredentialingService

@Suite("What a worker lets others see")
struct ShareTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)

    private func world() throws -> CredentialingWorld {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        return world
    }

    @Test(
        "CRD-12: every change is carried out once, audited with who asked, and announces nothing",
        arguments: [.share, .unshare, .releaseEvidence, .withholdEvidence, .unlist] as [CredentialRequest.Kind])
    func change(_ kind: CredentialRequest.Kind) throws {
        var world = try world()
        try world.ask(kind, of: id)
        #expect(world.wrote(ShareStatements.change) == 1)
        #expect(world.wrote(RequestStatements.answer) == 1)
        #expect(world.last.audits.map(\.entry.outcome) == [kind.rawValue])
        #expect(world.last.audits[0].entry.inputs.contains("R. Eviewer"))
        #expect(world.announced(id) == ["issued 1 valid"])
    }

    @Test("CRD-13, GOV-03: an agreement to be listed is audited with its text's version, without the name")
    func listing() throws {
        var world = try world()
        try world.ask(.list, of: id, reason: "Ada Lovelace")
        let inputs = try #require(world.last.audits.first?.entry.inputs)
        #expect(inputs.contains("\"consentText\":\"recognition/1\""))
        #expect(!inputs.contains("Ada"))
        #expect(world.wrote(ShareStatements.change) == 1)
    }

    @Test("CRD-12: of several wishes in one batch each holds as far as no later one says otherwise")
    func merged() throws {
        let kinds: [CredentialRequest.Kind] = [.share, .releaseEvidence, .unshare, .list]
        let changes = kinds.compactMap { kind in
            ShareChange(
                CredentialRequest(
                    id: id, credential: id, kind: kind, condition: nil, reason: "Ada", until: nil, requestedBy: "R"),
                of: id, now: Timestamp(microseconds: 0))
        }
        let merged = try #require(ShareChange.merged(changes).first)
        #expect(ShareChange.merged(changes).count == 1)
        #expect(merged.isShared == false && merged.showsEvidence == true && merged.listedAs == "Ada")
    }

    @Test("CRD-12: a credential that is not there cannot be shared")
    func missing() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.ask(.share, of: id)
        #expect(world.wrote(ShareStatements.change) == 0)
        #expect(world.last.audits.isEmpty)
    }

    @Test("GOV-01: making a link and withdrawing all are audited; only the latter changes anything")
    func links() throws {
        var world = try world()
        try world.batch([world.wish(.link, reason: nil)])
        #expect(world.last.audits.map(\.entry.outcome) == ["link"])
        #expect(world.wrote(LinkStatements.withdraw) == 0)
        try world.batch([world.wish(.withdrawLinks, reason: nil)])
        #expect(world.last.audits.map(\.entry.outcome) == ["withdraw-links"])
        #expect(world.wrote(LinkStatements.withdraw) == 1)
    }

    private static func outside(
        _ verdict: String = "valid", pathway: String = "AAA", accepted: String = "", isKnown: Bool = false
    ) -> OutsideCredential {
        OutsideCredential(
            programme: "oulad", pathway: pathway, issuer: "did:web:other.example", verdict: verdict, digest: "ab",
            acceptedUnknown: accepted, isKnown: isKnown)
    }

    @Test("CRD-28: a verified outside credential is recognised once, with a decision record")
    func recognise() throws {
        var world = try world()
        try world.batch([
            world.wish(.recognise, outside: Self.outside()), world.wish(.recognise, outside: Self.outside()),
        ])
        #expect(world.wrote(OutsideStatements.recognise) == 1 && world.wrote(OutsideStatements.drop) == 1)
        #expect(
            world.last.audits.map(\.entry.outcome) == [
                "recognise", "recognise: this credential is recognised for it already",
            ])
        let inputs = world.last.audits[0].entry.inputs
        for text in ["did:web:other.example", "oulad/AAA", "R. Eviewer", "Request 12.", "\"verdict\":\"valid\""] {
            #expect(inputs.contains(text), "\(text)")
        }
    }

    @Test(
        "CRD-28: what failed, what is unknown, what names no competency and what is known already is not recognised",
        arguments: [
            outside("invalid"), outside("invalid", accepted: "status"), outside("unknown"),
            outside(pathway: "ZZZ"), outside(isKnown: true),
        ])
    func notRecognised(_ credential: OutsideCredential) throws {
        var world = try world()
        try world.batch([world.wish(.recognise, outside: credential)])
        #expect(world.wrote(OutsideStatements.recognise) == 0 && world.wrote(OutsideStatements.drop) == 1)
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
    }

    @Test("CRD-28: a check that could not be made may be accepted by its name, which is audited")
    func acceptedUnknown() throws {
        var world = try world()
        try world.batch([world.wish(.recognise, outside: Self.outside("unknown", accepted: "status"))])
        #expect(world.wrote(OutsideStatements.recognise) == 1)
        #expect(world.last.audits[0].entry.inputs.contains("\"acceptedUnknown\":\"status\""))
    }
}
