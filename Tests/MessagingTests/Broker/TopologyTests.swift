import Contracts
import Foundation
import Testing

@testable import Messaging

@Suite("Topology")
struct TopologyTests {
    @Test("a service has one inbound queue and one fenced queue a partition")
    func service() {
        let topology = Topology.service(
            .assessment, intake: ["guildhall.learning.recorded.v1"],
            subscriptions: ["guildhall.enrolment.opened.v1", "guildhall.contractor.linked.v1"])
        #expect(topology.exchanges.map(\.name).contains("guildhall.inbound"))
        #expect(topology.queues.count == 17)
        #expect(topology.queues[0] == .init(name: "guildhall.assessment.inbound.g1"))
        #expect(topology.queues[8] == .init(name: "guildhall.assessment.events.g1.07", singleActiveConsumer: true))
        #expect(topology.bindings.count == 1 + 2 * 16)
        #expect(topology.bindings[0].key == "guildhall.learning.recorded.v1")
        #expect(
            topology.bindings.contains(
                .init(
                    exchange: "guildhall.events", queue: "guildhall.assessment.events.g1.15",
                    key: "guildhall.enrolment.opened.v1.15")))
    }

    @Test("a type that another service takes in is unbound, so that a former version's binding ends")
    func moved() {
        let type = "guildhall.requisition.recorded.v1"
        let without = Topology.service(.onboarding, intake: ["guildhall.consent.recorded.v1"], subscriptions: [])
        #expect(
            without.unbindings.contains(
                .init(exchange: "guildhall.inbound", queue: "guildhall.onboarding.inbound.g1", key: type)))
        #expect(!without.unbindings.contains { $0.key == "guildhall.consent.recorded.v1" })
        let with = Topology.service(.metrics, intake: [type], subscriptions: [])
        #expect(with.bindings.map(\.key) == [type])
        #expect(!with.unbindings.contains { $0.key == type })
    }

    @Test("a service without subscriptions has no event queues")
    func small() {
        #expect(Topology.service(.metrics, intake: ["a"], subscriptions: []).queues.count == 1)
        #expect(Topology.service(.metrics, intake: [], subscriptions: ["a"]).queues.count == 16)
    }

    @Test("passwords are hashed as the broker's documentation shows")
    func password() {
        let hash = PasswordHash(of: "test12", salt: 0x908D_C60A)
        #expect(hash.encoded == "kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR")
        #expect(PasswordHash(of: "test12") != PasswordHash(of: "test12"))
    }

    @Test("definitions hold exchanges, the unroutable queue, users and their rights")
    func definitions() throws {
        let hash = PasswordHash(of: "x", salt: 1)
        let text = try Topology.definitions(users: [
            .service(
                .onboarding, passwordHash: hash, publishes: ["guildhall.enrolment.opened.v1"], readsUnroutable: true),
            .replies(passwordHash: hash),
        ])
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let exchanges = try #require(json["exchanges"] as? [[String: Any]])
        let inbound = try #require(exchanges.first { $0["name"] as? String == "guildhall.inbound" })
        #expect((inbound["arguments"] as? [String: String])?["alternate-exchange"] == "guildhall.unroutable")
        #expect(inbound["internal"] as? Bool == false && inbound["auto_delete"] as? Bool == false)
        let permissions = try #require(json["permissions"] as? [[String: String]])
        #expect(permissions[0]["configure"] == "^guildhall\\.onboarding\\..+$")
        #expect(permissions[1]["write"] == "^amq\\.default$")
        let topics = try #require(json["topic_permissions"] as? [[String: String]])
        #expect(topics.count == 1 && topics[0]["write"] == "^(guildhall\\.enrolment\\.opened\\.v1)\\.[0-9]{2}$")
        #expect((json["queues"] as? [[String: Any]])?.count == 1)
        #expect((json["policies"] as? [Any])?.isEmpty == true)
        #expect(try Topology.definitions(users: [], brokerVersion: 4).contains("\"delivery-limit\" : -1"))
    }
}
