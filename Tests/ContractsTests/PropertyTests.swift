import Contracts
import Testing

@Suite("Properties of the contracts")
struct PropertyTests {
    @Test("GOV-26: whatever a description allows is read as it was written", arguments: Catalogue.all)
    func roundTrip(contract: Contract) throws {
        for seed in UInt64(0)..<200 {
            let payload = RandomFiller.payload(contract.payload, seed: seed)
            let bytes = Catalogue.encode(payload)
            let result = Catalogue.decode(contract.type, bytes)
            guard case .success(let read) = result else {
                Issue.record("seed \(seed): \(result) of \(String(decoding: bytes, as: UTF8.self))")
                return
            }
            #expect(isEqual(read, payload), "seed \(seed)")
        }
    }

    @Test("GOV-26: the order of fields, white space and unknown fields change nothing", arguments: Catalogue.all)
    func shuffled(contract: Contract) throws {
        var random = SeededGenerator(seed: 7)
        for seed in UInt64(0)..<50 {
            let payload = RandomFiller.payload(contract.payload, seed: seed)
            let document = try #require(JSONDocument(parsing: Catalogue.encode(payload)))
            let read = try Catalogue.decode(contract.type, Array(shuffle(document, &random).pretty.utf8)).get()
            #expect(isEqual(read, payload), "seed \(seed)")
        }
    }

    @Test("A damaged message is read to a valid value or refused with reasons, and never crashes")
    func mutated() throws {
        var random = SeededGenerator(seed: 11)
        for contract in Catalogue.all {
            for _ in 0..<400 {
                let damaged = damage(contract.sampleEvent, &random)
                for outcome in EnvelopeReader.read(body: damaged, contentType: Envelope.structuredContentType) {
                    expectSense(outcome.flatMap { $0.decode() }, damaged)
                }
            }
        }
    }

    @Test("Random bytes are refused with reasons, and never crash")
    func noise() {
        var random = SeededGenerator(seed: 13)
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "null", "tru", "1e", "-", "0", " ", "\u{0}", "ü",
        ]
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                if Bool.random(using: &random) {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes.append(contentsOf: (pieces.randomElement(using: &random) ?? "{").utf8)
                }
            }
            for contentType in [Envelope.structuredContentType, Envelope.batchContentType] {
                for outcome in EnvelopeReader.read(body: bytes, contentType: contentType) {
                    expectSense(outcome.flatMap { $0.decode() }, bytes)
                }
            }
            let headers = ["ce-id": "1", "ce-source": "/s", "ce-type": "t", "ce-specversion": "1.0"]
            for outcome in EnvelopeReader.read(body: bytes, contentType: nil, headers: headers) {
                expectSense(outcome.flatMap { $0.decode() }, bytes)
            }
        }
    }

    private func expectSense(_ result: Result<any Payload, RefusedEvent>, _ bytes: [UInt8]) {
        switch result {
        case .success(let payload):
            var again: [UInt8] = []
            Catalogue.encode(payload, into: &again)
            #expect(again.first == UInt8(ascii: "{"))
        case .failure(let refused):
            #expect(!refused.problems.isEmpty && refused.problems.count <= ContractProblem.limit)
            #expect(refused.problems.allSatisfy { !$0.message.isEmpty }, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private func damage(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 32...126, using: &random), at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<min(place + 20, bytes.count)], at: place)
            default: bytes.removeSubrange(place..<min(place + 15, bytes.count))
            }
            if bytes.isEmpty { return [0] }
        }
        return bytes
    }

    private func shuffle(_ document: JSONDocument, _ random: inout SeededGenerator) -> JSONDocument {
        switch document {
        case .object(let members):
            let inner = members.map { JSONDocument.Member($0.key, shuffle($0.value, &random)) }
            return .object(
                (inner + [.init("unheardOf", [1, ["x": .null]])]).shuffled(using: &random).filter {
                    // A map takes every key, so nothing is added to one.
                    $0.key != "unheardOf" || !members.allSatisfy { if case .string = $0.value { true } else { false } }
                })
        case .array(let elements): return .array(elements.map { shuffle($0, &random) })
        default: return document
        }
    }

    private func isEqual(_ left: any Payload, _ right: any Payload) -> Bool {
        func compare<Value: Equatable>(_ left: Value) -> Bool { right as? Value == left }
        guard let left = left as? any Equatable else { return false }
        return compare(left)
    }
}
