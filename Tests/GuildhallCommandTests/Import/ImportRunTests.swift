import Foundation
import Messaging
import Synchronization
import Testing

@testable import GuildhallCommand

@Suite("Publishing an import")
struct ImportRunTests {
    private func windows(
        _ plan: ImportPlan, batch: Int = 50, size: Int = 4, ordered: Bool = true, end: Int? = nil,
    ) -> MessageWindows {
        MessageWindows(
            plan: plan, encoder: EventEncoder(source: "/oulad"), batch: batch, size: size, ordered: ordered,
            end: end ?? plan.records.count, user: "operator")
    }

    private func run(
        _ windows: MessageWindows, _ broker: RecordingBroker, _ progress: ImportProgress? = nil,
    ) async throws -> ImportSummary {
        try await ImportRun(
            windows: windows, progress: progress, rate: nil, connect: { broker.connect() },
            display: ProgressDisplay(isTerminal: false, write: { _ in })
        ).run()
    }

    private func temporaryFile() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("progress-\(UUID().uuidString).json")
    }

    @Test("all records arrive in order, each batch with one type and one time")
    func order() async throws {
        let plan = try SampleImport.plan()
        let broker = RecordingBroker()
        let summary = try await run(windows(plan), broker)
        #expect(try broker.ids() == SampleImport.events(plan).map { $0["id"] as? String })
        #expect(summary.sent == plan.records.count)
        for message in broker.messages {
            let events = try RecordingBroker.events(message)
            #expect(Set(events.map { $0["type"] as? String }) == [message.routingKey])
            #expect(Set(events.map { $0["time"] as? String }).count == 1)
            #expect(message.exchange == "guildhall.inbound")
            #expect(message.userID == "operator")
            #expect(message.contentType == "application/cloudevents-batch+json")
        }
    }

    @Test("a batch of one is a message of its own, named by its event")
    func structured() async throws {
        let plan = try SampleImport.plan()
        let broker = RecordingBroker()
        _ = try await run(windows(plan, batch: 1), broker)
        #expect(broker.messages.count == plan.records.count)
        #expect(try broker.messages.map(\.messageID) == SampleImport.events(plan).map { $0["id"] as? String })
        #expect(broker.messages.allSatisfy { $0.contentType == "application/cloudevents+json" })
    }

    @Test("shuffled records share batches by type, and none is lost")
    func shuffled() async throws {
        let plan = try SampleImport.plan(shuffle: 3)
        let broker = RecordingBroker()
        _ = try await run(windows(plan, size: 100, ordered: false), broker)
        #expect(broker.messages.count == 3)
        let expected = try SampleImport.events(plan).compactMap { $0["id"] as? String }
        #expect(try broker.ids().compactMap { $0 }.sorted() == expected.sorted())
    }

    @Test("a broken connection is made again and its window sent again")
    func reconnects() async throws {
        let plan = try SampleImport.plan()
        let broker = RecordingBroker(losing: [2, 3])
        let summary = try await run(windows(plan), broker)
        #expect(try broker.ids() == SampleImport.events(plan).map { $0["id"] as? String })
        #expect(summary.repeatedMessages > 0)
        #expect(broker.connections == 3)
    }

    @Test("a message that no queue takes ends the import with its type")
    func returned() async throws {
        let plan = try SampleImport.plan()
        let broker = RecordingBroker(outcome: .returned(code: 312, text: "NO_ROUTE"))
        let error = try await #require(throws: ImportError.self) { try await run(windows(plan), broker) }
        #expect(error.message.contains("guildhall.engagement.recorded.v1"))
    }

    @Test("an import that was broken off goes on where it stopped, and a complete one begins anew")
    func resumes() async throws {
        let plan = try SampleImport.plan()
        let url = temporaryFile()
        defer { try? FileManager.default.removeItem(at: url) }
        let progress = ImportProgress(
            url: url, plan: plan, source: "/oulad", folder: URL(fileURLWithPath: "/data"), seed: nil,
            records: plan.records.count)
        let broken = RecordingBroker(refusing: 3)
        await #expect(throws: BrokerError.self) { _ = try await run(windows(plan), broken, progress) }
        #expect(try progress.confirmed() == 8)
        let whole = RecordingBroker()
        let summary = try await run(windows(plan), whole, progress)
        #expect(summary.skipped == 8)
        #expect(try broken.ids() + whole.ids() == SampleImport.events(plan).map { $0["id"] as? String })
        #expect(try progress.confirmed() == 0)
    }

    @Test("the progress of another import is refused")
    func otherProgress() throws {
        let plan = try SampleImport.plan()
        let url = temporaryFile()
        defer { try? FileManager.default.removeItem(at: url) }
        func progress(
            _ folder: String, seed: UInt64? = nil, source: String = "/oulad", records: Int = 9,
        ) -> ImportProgress {
            let folder = URL(fileURLWithPath: folder)
            return ImportProgress(url: url, plan: plan, source: source, folder: folder, seed: seed, records: records)
        }
        try progress("/data").save(confirmed: 4)
        #expect(try progress("/data").confirmed() == 4)
        for other in [
            progress("/other"), progress("/data", seed: 1), progress("/data", source: "/x"),
            progress("/data", records: 8),
        ] {
            #expect(throws: ImportError.self) { try other.confirmed() }
        }
    }

    @Test("the progress says how much, how fast and how long still")
    func display() {
        let line = ProgressLine.text(
            done: 150_000, total: 300_000, sinceStart: 100_000, elapsed: .seconds(20), bar: false)
        #expect(line == "50 %  150,000 of 300,000  5,000/s  0:30 left")
        #expect(ProgressLine.text(done: 0, total: 10, sinceStart: 0, elapsed: .zero, bar: true).hasPrefix("[....."))
    }
}
