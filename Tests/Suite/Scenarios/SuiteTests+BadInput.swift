import Contracts
import Foundation
import Messaging
import Testing

extension SuiteTests {
    /// A refused message as `guildhall refused list --json` shows it.
    struct Refused: Decodable {
        var source: String
        var id: String
        var brokerUser: String?
        var code: String
        var message: String
        var size: Int
        var sha256: String

        /// The id, if it is that of a message without one.
        var nameless: String? { id.hasPrefix("sha256:") ? id : nil }
    }

    /// What `guildhall refused show --json` shows.
    struct RefusedDocument: Decodable {
        var refused: Refused
        var body: String
    }

    @Test(
        "GOV-26: bad input is refused with a code and a sentence, kept, and disturbs nothing beside it",
        .timeLimit(.minutes(3)))
    func badInput() async throws {
        try await SuiteHouse.with("bad-input") { house in
            _ = try await house.publishedSample(people: 1, seed: 1)
            let cases = try BadInput.cases
            // Every bad one between two good ones, in one file.
            var lines = try [Event.engagement("good-0", worker: "W-0")]
            for (number, bad) in cases.enumerated() {
                lines.append(bad.line)
                lines.append(try Event.engagement("good-\(number + 1)", worker: "W-\(number + 1)"))
            }
            let outcomes = try await house.publish(lines)
            for (number, outcome) in outcomes.enumerated() {
                if number.isMultiple(of: 2) {
                    #expect(outcome.outcome == "accepted", "\(lines[number]): \(outcome)")
                    continue
                }
                let bad = cases[number / 2]
                #expect(outcome.outcome == "refused" && outcome.code == bad.code, "\(bad.name): \(outcome)")
                #expect((outcome.message ?? "").contains(bad.says), "\(bad.name): \(outcome)")
            }
            try await house.expectKept(cases)
            try await house.drain()
            let accepted = try await house.number("SELECT count(*) FROM onboarding_engagement")
            #expect(accepted == Int64(cases.count) + 1)
            let totals = try Totals(await house.reconciliation())
            #expect(totals.isBalanced && totals.received == lines.count && totals.duplicates == 0)
            #expect(totals.duplicatesByType.allSatisfy { $0.value == 0 }, "\(totals.duplicatesByType)")
            // The same file again: everything is known already, and every sentence is given once more.
            let again = try await house.publish(lines)
            #expect(again.map(\.outcome).allSatisfy { $0 == "duplicate" })
            #expect(again.map(\.code) == outcomes.map(\.code))
            try await house.expectNothingLeft()
        }
    }

    @Test(
        "GOV-26: what is no CloudEvent is refused; batches and binary events are judged one by one",
        .timeLimit(.minutes(3)))
    func forms() async throws {
        try await SuiteHouse.with("forms") { house in
            let type = Event.engagementType
            let structured = try Event.engagement("form-0", worker: "W-0")
            let (batchGood, batchBad) = try (
                Event.engagement("form-1", worker: "W-1"), Event.engagement("form-2", worker: "W-2", status: "lost")
            )
            let data =
                Array(#"{"id":"form-3","revision":1,"eventTime":"2013-09-20T00:00:00Z","#.utf8)
                + Array(#""person":{"workerId":"W-3"},"status":"accepted","roleCode":"AAA"}"#.utf8)
            func headers(_ prefix: String, _ id: String) -> [(String, String)] {
                ["specversion": "1.0", "id": id, "source": "/suite/vms", "type": type].map { (prefix + $0, $1) }
            }
            try await house.publishAccepted([try Event.engagement("form-00", worker: "W-00")])
            let messages = [
                house.inbound(Array(structured.utf8), type: type),
                house.inbound(data, type: type, contentType: "application/json", headers: headers("ce-", "form-3:1")),
                house.inbound(
                    data, type: type, contentType: "application/json", headers: headers("cloudEvents:", "form-3:2")),
                house.inbound(Array("this is not JSON".utf8), type: type),
                house.inbound([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D], type: type),
                house.inbound([], type: type),
                house.inbound(data, type: type, contentType: "text/csv"),
                house.inbound(
                    data, type: type, contentType: "application/json",
                    headers: headers("ce-", "form-4").map { ($0 == "ce-id" ? "cloudEvents:id" : $0, $1) }),
                house.inbound(Array(structured.utf8), type: Event.consentType),
            ]
            let outcomes = try await house.ask(messages)
            #expect(
                outcomes.map { "\($0?.outcome ?? "nothing") \($0?.code ?? "")" } == [
                    "accepted ", "accepted ", "duplicate ", "refused not-json", "refused invalid-text",
                    "refused not-json", "refused unknown-content-type", "refused invalid-envelope",
                    "duplicate ",
                ], "\(outcomes)")
            let batch = Array("[\(batchGood),\(batchBad)]".utf8)
            try await house.send([house.inbound(batch, type: type, contentType: Envelope.batchContentType)])
            try await house.drain()
            let stored = try await house.lines("SELECT record_id FROM onboarding_engagement")
            #expect(stored == ["form-0", "form-00", "form-1", "form-3"])
            let refused: [Refused] = try await house.guildhall(["refused", "list", "--json"]).json()
            #expect(refused.contains { $0.id == "form-2:1" && $0.code == "invalid-data" }, "\(refused)")
            #expect(refused.filter { $0.id.hasPrefix("sha256:") }.count == 4, "\(refused)")
            try await house.expectNothingLeft()
        }
    }
}

extension SuiteHouse {
    /// Every refused message is listed with its code and shown with its body, or with the beginning of a large one.
    fileprivate func expectKept(_ cases: [BadInput]) async throws {
        let listed: [SuiteTests.Refused] = try await guildhall(["refused", "list", "--limit", "200", "--json"]).json()
        for bad in cases {
            let matching = listed.filter { $0.code == bad.code && (bad.id ?? $0.nameless) == $0.id }
            guard matching.count == 1, let found = matching.first else {
                Issue.record("\(bad.name) is not listed once: \(listed)")
                continue
            }
            #expect(found.code == bad.code && found.size == bad.line.utf8.count, "\(bad.name): \(found)")
            #expect(found.message.contains(bad.says) && found.brokerUser == "operator", "\(bad.name): \(found)")
            let shown: [SuiteTests.RefusedDocument] = try await guildhall(
                ["refused", "show", found.id, "--json"]
            ).json()
            let kept = bad.code == "too-large" ? bad.line.prefix(4096) : bad.line[...]
            #expect(shown.first?.body == String(kept), "\(bad.name)")
        }
    }
}
