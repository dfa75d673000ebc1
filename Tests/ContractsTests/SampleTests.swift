import Contracts
import Testing

@Suite("Samples")
struct SampleTests {
    @Test("GOV-26: every contract's sample is read and written again, byte for byte", arguments: Catalogue.all)
    func roundTrip(contract: Contract) throws {
        let bytes = Catalogue.encode(contract.sample)

        let payload = try Catalogue.decode(contract.type, bytes).get()

        #expect(type(of: payload) == contract.payload)
        #expect(Catalogue.encode(payload) == bytes)
    }

    @Test("GOV-26: every contract's sample event is taken as it is", arguments: Catalogue.all)
    func event(contract: Contract) throws {
        let outcomes = EnvelopeReader.read(body: contract.sampleEvent, contentType: Envelope.structuredContentType)

        let event = try #require(outcomes.first).get()

        #expect(outcomes.count == 1)
        #expect(event.envelope.type == contract.type)
        #expect(Catalogue.encode(try event.decode().get()) == Catalogue.encode(contract.sample))
        #expect(event.whole.map { Array($0) } == contract.sampleEvent)
    }

    @Test("GOV-26: names are guildhall.<noun>.<past participle>.v<n>, each once")
    func names() throws {
        let pattern = #/guildhall\.[a-z]+(-[a-z]+)*\.[a-z]+ed\.v[0-9]+|guildhall\.(incident|[a-z-]+)\.[a-z]+\.v1/#
        for contract in Catalogue.all {
            #expect(try pattern.wholeMatch(in: contract.type.name) != nil)
            #expect(Catalogue.contract(named: contract.type.name)?.type == contract.type)
        }
        #expect(Set(Catalogue.all.map(\.type)).count == Catalogue.all.count)
    }

    @Test("No event carries a name, an address or a mail field")
    func noPersonalData() {
        for contract in Catalogue.all {
            let schema = contract.payload.schema.compact.lowercased()
            for word in ["\"firstname\":", "\"lastname\":", "\"email\":", "\"phone\":", "\"address\":", "emotion"] {
                #expect(!schema.contains(word), "\(contract.type): \(word)")
            }
        }
    }
}
