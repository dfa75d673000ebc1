import Foundation
import Testing

@testable import Messaging

@Suite("Watchdog")
struct WatchdogTests {
    @Test("a thread that stays in the library too long is freed by shutting its socket down", .timeLimit(.minutes(1)))
    func frees() throws {
        var sockets: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets) == 0)
        defer { sockets.forEach { close($0) } }
        let heart = Watchdog.Heart(limit: 100_000_000)
        heart.guarding(sockets[0])
        Watchdog.shared.register(heart)
        defer { Watchdog.shared.unregister(heart) }
        let start = Monotonic.now()
        heart.enter()
        var byte: UInt8 = 0
        #expect(read(sockets[0], &byte, 1) == 0)
        heart.leave()
        #expect(heart.fired)
        #expect(Monotonic.now() - start >= 100_000_000)
    }

    @Test("a thread that comes back in time is left alone")
    func spares() {
        let heart = Watchdog.Heart(limit: 1_000)
        heart.guarding(-1)
        heart.enter()
        heart.leave()
        heart.check(at: Monotonic.now() + 1_000_000_000)
        #expect(!heart.fired)
    }
}
