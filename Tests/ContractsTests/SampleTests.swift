import Contracts
import Testing

@Suite("Samples")
struct SampleTests {
    @Test("GOV-26: every contract's sample is read and written again, byte for byte", arguments: Catalogue.all)
    func roundTrip(contract: Contract) throws {
        let bytes = Catalogue.encode(contract.sample)

        let payload = try Catalogue.decode(contract.type, bytes).get()

        #expect(Catalogue.encode(payload) == bytes)
    }
}
