import Contracts
import Testing

@Suite("Ways of sending CloudEvents")
struct EnvelopeModeTests {
    private let body = Catalogue.encode(TimeReported.sample)
    private let attributes = [
        "id": "t-1", "source": "/hr", "type": "guildhall.time.reported.v1", "specversion": "1.0",
        "time": "2025-09-15T08:30:00+02:00",
    ]

    private func headers(_ prefix: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: attributes.map { (prefix + $0.key, $0.value) })
    }

    @Test(
        "GOV-26: binary mode is taken with each of the three prefixes",
        arguments: ["ce-", "cloudEvents_", "cloudEvents:", "CE-"])
    func binary(prefix: String) throws {
        let outcomes = EnvelopeReader.read(
            body: body, contentType: "application/json; charset=UTF-8", headers: headers(prefix))

        let event = try #require(outcomes.first).get()

        #expect(event.envelope.id == "t-1")
        #expect(event.envelope.time == Timestamp("2025-09-15T06:30:00Z"))
        #expect(event.whole == nil)
        #expect(try event.decode().get() as? TimeReported == TimeReported.sample)
    }

    @Test("GOV-26: prefixes are never mixed")
    func mixed() throws {
        var mixed = headers("ce-")
        mixed["cloudEvents_subject"] = "x"
        let outcome = try #require(
            EnvelopeReader.read(body: body, contentType: "application/json", headers: mixed).first)
        let refused = try outcome.refusal()
        #expect(refused.code == .invalidEnvelope && refused.id == "t-1")
        #expect(refused.problems.first?.path == "headers")
    }

    @Test(
        "GOV-26: parameters of a content type are read as they should be",
        arguments: [
            ("application/cloudevents+json; charset=utf-8", true),
            ("application/CloudEvents+JSON;charset=\"UTF-8\"", true),
            ("application/cloudevents+json; charset=latin1", false),
            ("application/cloudevents+xml", false),
            ("application/json", false),
            ("nonsense", false),
        ])
    func contentType(text: String, isTaken: Bool) throws {
        let sample = try Catalogue.find("time.reported").get().sampleEvent
        let outcome = try #require(EnvelopeReader.read(body: sample, contentType: text).first)
        switch outcome {
        case .success: #expect(isTaken)
        case .failure(let refused): #expect(!isTaken && refused.code == .unknownContentType)
        }
    }

    @Test("A message without a content type and without headers is told what to send")
    func nothing() throws {
        let outcome = try #require(EnvelopeReader.read(body: body, contentType: nil).first)
        let refused = try outcome.refusal()
        #expect(refused.message.contains("application/cloudevents+json"))
    }

    @Test("GOV-26: each event of a batch is judged alone")
    func batch() throws {
        let good = String(decoding: try Catalogue.find("time.reported").get().sampleEvent, as: UTF8.self)
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        let text = #"[\#(good), {"id":"bad"}, 7, {"id":"x",}, \#(deep), \#(good)]"#
        let outcomes = EnvelopeReader.read(body: Array(text.utf8), contentType: Envelope.batchContentType)
        #expect(outcomes.map { (try? $0.get()) != nil } == [true, false, false, false, false, true])
        #expect(try outcomes[5].get().decode().get() as? TimeReported == TimeReported.sample)
        #expect(try outcomes[1].refusal().id == "bad")
        #expect(try outcomes[3].refusal().code == .notJSON)
    }

    @Test(
        "A batch that is no list is refused as a whole, and an empty one holds nothing",
        arguments: ["[", "{}", "[1 2]", "[,]", "[1],"])
    func brokenBatch(text: String) throws {
        let outcomes = EnvelopeReader.read(body: Array(text.utf8), contentType: Envelope.batchContentType)
        #expect(outcomes.count == 1)
        #expect(try outcomes[0].refusal().code == .notJSON)
        #expect(EnvelopeReader.read(body: Array(" [ ] ".utf8), contentType: Envelope.batchContentType).isEmpty)
    }

    @Test("data_base64 is decoded and read")
    func base64() throws {
        let data = "eyJhIjoxfQ=="
        let text = #"{"specversion":"1.0","id":"1","source":"/s","type":"t","data_base64":"\#(data)"}"#
        let event = try #require(
            EnvelopeReader.read(body: Array(text.utf8), contentType: Envelope.structuredContentType).first
        ).get()
        #expect(event.data.map { Array($0) } == Array(#"{"a":1}"#.utf8))
        #expect(event.whole.map { Array($0) } == Array(text.utf8))
        let refused = try event.decode().refusal()
        #expect(refused.code == .unknownType)
    }

    @Test("Guildhall's own events are read without making strings of their ids")
    func own() throws {
        let id = Identifier.derived("test", "1")
        let subject = Identifier.contractor(source: "/s", workerId: "1")
        var bytes: [UInt8] = []
        Envelope.encode(
            id: id, source: Envelope.source(of: .onboarding), type: .engagementAccepted, subject: subject,
            time: Timestamp(microseconds: 1), correlation: "story \"1\"", causation: nil, traceparent: nil,
            payload: EngagementState.sample, into: &bytes)

        let outcome = EnvelopeReader.read(body: bytes, contentType: Envelope.structuredContentType)
        let envelope = try #require(outcome.first).get().envelope

        #expect(envelope.identifier == id && envelope.subjectIdentifier == subject)
        #expect(envelope.correlation == "story \"1\"" && envelope.causation == nil)
        #expect(envelope.time == Timestamp(microseconds: 1))
        #expect(Reference(id.description.uppercased()).identifier == nil, "a foreign id keeps its letters")
    }
}
