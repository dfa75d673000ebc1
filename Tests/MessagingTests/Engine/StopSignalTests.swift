import Testing

@testable import Messaging

@Suite("Stopping")
struct StopSignalTests {
    @Test("everybody who waits is told, and whoever comes later does not wait")
    func told() async {
        let signal = StopSignal()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { await signal.wait() } }
            group.addTask { signal.stop() }
        }
        await signal.wait()
        #expect(signal.isStopped)
    }

    @Test("a cancelled task does not wait")
    func cancelled() async {
        let signal = StopSignal()
        let waiting = Task { await signal.wait() }
        waiting.cancel()
        await waiting.value
        #expect(!signal.isStopped)
    }
}
