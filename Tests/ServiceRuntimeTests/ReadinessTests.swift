import Messaging
import Testing

@testable import ServiceRuntime

@Suite("Readiness")
struct ReadinessTests {
    private struct Broken: Error {}

    @Test("a service is ready when every condition holds, and says which does not")
    func conditions() async {
        let readiness = Readiness()
        readiness.register(ReadinessCheck("a") { .pass() })
        #expect(await readiness.report().isReady)
        readiness.register(ReadinessCheck("b") { .fail("no \"b\"") })
        readiness.register(ReadinessCheck("c") { throw Broken() })
        let report = await readiness.report()
        #expect(!report.isReady)
        #expect(
            report.json.description == #"{"ready":false,"checks":{"a":{"ok":true},"#
                + #""b":{"ok":false,"detail":"no \"b\""},"c":{"ok":false,"detail":"Broken()"}}}"#)
    }

    @Test(
        "a check that does not answer counts as failed, even when it ignores its cancellation",
        .timeLimit(.minutes(1)))
    func patience() async {
        let (gate, opened) = AsyncStream.makeStream(of: Void.self)
        let readiness = Readiness(patience: .milliseconds(20))
        readiness.register(
            ReadinessCheck("slow") {
                // A detached task does not learn of the cancellation, so this waits until the gate opens.
                await Task.detached { for await _ in gate { break } }.value
                return .pass()
            })
        let report = await readiness.report()
        #expect(report.outcomes.map(\.outcome) == [.fail("no answer within 20ms")])
        opened.yield()
    }

    @Test("a service that stops is not ready")
    func stopping() async {
        let readiness = Readiness()
        readiness.stop()
        #expect(await !readiness.report().isReady)
    }

    @Test("the outbox may wait up to its bound, and subscriptions must all stand")
    func engineConditions() {
        var snapshot = EngineSnapshot()
        #expect(EngineHealth.outbox(snapshot, atMost: .seconds(10)).isPass)
        snapshot.outbox = 3
        snapshot.outboxOldestSeconds = 10
        #expect(EngineHealth.outbox(snapshot, atMost: .seconds(10)).isPass)
        snapshot.outboxOldestSeconds = 10.26
        #expect(EngineHealth.outbox(snapshot, atMost: .seconds(10)) == .fail("3 events wait, the oldest for 10.3 s"))
        #expect(EngineHealth.subscribed(intake: true, events: true).isPass)
        #expect(
            EngineHealth.subscribed(intake: false, events: false)
                == .fail("not subscribed to the inbound queue and the partitions of events"))
    }
}
