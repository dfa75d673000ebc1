import Contracts
import Foundation
import Testing

extension SuiteTests {
    @Test(
        "CRD-15, CRD-16, CRD-29, GOV-25, GOV-26: a question over the bus is answered to its asker, once, and audited",
        .timeLimit(.minutes(3)))
    func queries() async throws {
        try await SuiteHouse.with("queries") { house in
            let programme = SuiteEnvironment.root.appendingPathComponent("deploy/examples/sample/programme.yaml").path
            try await house.guildhall(["programme", "publish", programme]).checked()
            let type = EventType.credentialQueryAsked.name
            func question(_ id: String, _ data: [String: Any]) throws -> [UInt8] {
                Array(try Event.make(id, source: "/operator", type: type, data: data).utf8)
            }
            let gate = try question(
                "q-1",
                [
                    "question": "gate", "workerSource": "/shop", "workerId": "W-1", "action": "open",
                    "assetClass": "till",
                ])
            // Registers the operator's source, and shows what the command prints.
            let published = try await house.publish([String(decoding: gate, as: UTF8.self)])
            #expect(published.first?.outcome == "accepted", "\(published)")
            #expect(published.first?.answer?.data.verdict == "unknown", "\(published)")
            let answers = try await house.ask(
                [
                    house.inbound(gate, type: type),
                    house.inbound(
                        try question("q-2", ["question": "verify", "credential": "\(Identifier(high: 0, low: 9))"]),
                        type: type),
                    house.inbound(try question("q-3", ["question": "gate"]), type: type),
                ])
            #expect(answers.map { $0?.outcome } == ["duplicate", "accepted", "refused"], "\(answers)")
            #expect(answers[1]?.answer?.type == EventType.credentialQueryAnswered.name)
            #expect(answers[1]?.answer?.data.verdict == "unknown")
            let audits = try await house.number(
                "SELECT count(*) FROM credentialing_audit WHERE decision = 'credential-query.answered'")
            #expect(audits == 2)
            let rules = try await house.lines(
                "SELECT DISTINCT rule FROM credentialing_audit WHERE decision = 'credential-query.answered'")
            #expect(rules == ["credential-gate/1 open-till", "credential-verify/1"])
        }
    }
}
