import Foundation
import Synchronization

@testable import Messaging

/// A TCP proxy in front of the broker that can stop moving bytes, or cut the connections.
final class TestProxy: Sendable {
    private struct State {
        var frozen = false
        var sockets: [Int32] = []
    }

    private let listener: Int32
    private let target: Int
    private let state = Mutex(State())
    let port: Int

    init(to target: Int) throws {
        self.target = target
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = Self.address(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw BrokerError(.invalid, "the proxy cannot listen") }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in accept() }
    }

    /// Stops reading from both sides, and closes neither: what a vanished host looks like.
    func freeze() {
        state.withLock { $0.frozen = true }
    }

    /// Ends all connections.
    func cut() {
        state.withLock { state in state.sockets.forEach { shutdown($0, Int32(SHUT_RDWR)) } }
    }

    func close() {
        cut()
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = Self.address(target)
            let connected = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard connected == 0 else { return }
            state.withLock { $0.sockets += [client, server] }
            Thread.detachNewThread { [self] in pump(client, server) }
            Thread.detachNewThread { [self] in pump(server, client) }
        }
    }

    private func pump(_ from: Int32, _ to: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(from, &buffer, buffer.count, 0)
            // A frozen proxy keeps what it has read, reads no more, and holds the connections open.
            if state.withLock({ $0.frozen }) { return }
            guard count > 0, send(to, buffer, count, Int32(MSG_NOSIGNAL)) == count else {
                shutdown(to, Int32(SHUT_RDWR))
                return
            }
        }
    }
}
