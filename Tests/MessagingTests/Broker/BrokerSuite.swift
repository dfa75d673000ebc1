import Testing

/// Everything that needs the real broker, one test after the other: some of them stop it.
@Suite("Broker", .serialized, .enabled(if: TestBroker.isPresent, Comment(rawValue: TestBroker.missing)))
struct BrokerSuite {}
