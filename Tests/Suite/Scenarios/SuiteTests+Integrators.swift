import Contracts
import Foundation
import Messaging
import Testing

extension SuiteTests {
    /// What `guildhall integrator add --json` prints.
    private struct Integrator: Decodable {
        var user: String
        var password: String
        var queue: String?
    }

    @Test(
        "GOV-29: an integrator publishes and receives what it may, nothing else, and leaves nothing behind",
        .timeLimit(.minutes(3)))
    func integrator() async throws {
        try await SuiteHouse.with("integrator") { house in
            let added: Integrator = try await house.guildhall([
                "integrator", "add", World.integrator, "--source", "/suite/acme", "--publishes", Event.engagementType,
                "--subscribes", "guildhall.engagement.accepted.v1", "--json",
            ]).json()
            var login = house.settings.broker
            (login.user, login.password) = (added.user, added.password)
            func event(_ record: String, source: String = "/suite/acme") throws -> [UInt8] {
                Array(try Event.engagement(record, worker: "W-\(record)", source: source).utf8)
            }
            var nameless = house.inbound(try event("no-user"), type: Event.engagementType)
            nameless.userID = nil
            let outcomes = try await house.ask(
                [
                    house.inbound(try event("own"), type: Event.engagementType, user: added.user),
                    house.inbound(
                        try event("other", source: "/suite/other"), type: Event.engagementType, user: added.user),
                    nameless,
                ], as: login)
            #expect(outcomes.map { $0?.outcome } == ["accepted", "refused", "refused"], "\(outcomes)")
            #expect(outcomes.map { $0?.code } == [nil, "unregistered-source", "missing-user"], "\(outcomes)")

            // What the broker itself forbids ends the connection.
            let optIn = Array(try Event.optIn(worker: "W-own", source: "/suite/acme").utf8)
            for message in [
                house.inbound(optIn, type: Event.consentType, user: added.user),
                house.inbound(try event("as-operator"), type: Event.engagementType),
                OutgoingMessage(
                    exchange: Topology.eventsExchange, routingKey: "guildhall.engagement.accepted.v1.00", body: [],
                    userID: added.user),
            ] { await #expect(throws: BrokerError.self) { _ = try await house.ask([message], as: login) } }

            // Somebody else's source is not the operator's to use.
            let taken = try await house.publish([try Event.engagement("taken", worker: "W-t", source: "/suite/acme")])
            #expect(taken.first?.code == "unregistered-source")

            try await house.drain()
            let broker = AMQPBroker(login, logger: .silent)
            let source = try await broker.source(prefetch: 10, name: "integrator")
            try await source.subscribe(to: added.queue ?? "")
            let delivered = try await source.next(atMost: 10)
            #expect(delivered.count == 1)
            #expect(delivered.first.map { String(decoding: $0.body, as: UTF8.self) }?.contains("accepted") == true)
            try await source.acknowledge(through: delivered.last?.tag ?? 0)
            await source.close()
            await broker.close()

            try await house.guildhall(["integrator", "remove", World.integrator]).checked()
            try await house.expectGone(added.user, queue: added.queue ?? "")
            await #expect(throws: BrokerError.self) { _ = try await house.ask([], as: login) }
            // Its records stay.
            house.expectSame(
                try await house.lines("SELECT record_id FROM onboarding_engagement"), ["own"], "engagements")
            try await house.expectNothingLeft()
        }
    }
}

extension SuiteHouse {
    /// No user, no right, no queue and no row is left of an integrator.
    fileprivate func expectGone(_ user: String, queue: String) async throws {
        // Users, rights, queues and bindings, in one document.
        let definitions = try await rabbitmqctl(["export_definitions", "-", "--format", "json"])
        #expect(definitions.contains("\"operator\"") && definitions.contains("guildhall.onboarding.inbound"))
        #expect(!definitions.contains(user) && !definitions.contains(queue))
        let sources = try await number("SELECT count(*) FROM integrator_source WHERE broker_user = '\(user)'")
        #expect(sources == 0)
        #expect(!(try await guildhall(["integrator", "list"]).checked().contains(user)))
    }
}
