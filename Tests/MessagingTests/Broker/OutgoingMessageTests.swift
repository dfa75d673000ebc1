import Testing

@testable import Messaging

@Suite("Outgoing message")
struct OutgoingMessageTests {
    @Test("what a short string cannot carry is refused before anything is sent")
    func limits() throws {
        let fits = String(repeating: "ä", count: 127)
        try OutgoingMessage(exchange: "e", routingKey: fits, body: []).validate()
        let long = fits + "ä"
        let huge = String(repeating: "x", count: 200_000)
        for message in [
            OutgoingMessage(exchange: long, routingKey: "k", body: []),
            OutgoingMessage(exchange: "e", routingKey: long, body: []),
            OutgoingMessage(exchange: "e", routingKey: "k", body: [], messageID: long),
            OutgoingMessage(exchange: "e", routingKey: "k", body: [], headers: [(long, "")]),
            OutgoingMessage(exchange: "e", routingKey: "k", body: [], headers: [("h", huge)]),
        ] {
            let error = #expect(throws: BrokerError.self) { try message.validate() }
            #expect(error?.code == .invalid)
        }
    }

    @Test("an error's description names no host, queue or user")
    func bland() {
        let error = BrokerError(.refused, "secret detail")
        #expect("\(error)" == "BrokerError(refused)")
        #expect(String(reflecting: error).contains("secret detail"))
    }
}
