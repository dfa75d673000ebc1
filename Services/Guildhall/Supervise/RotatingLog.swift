import Foundation
import Synchronization

/// A log file of bounded size: the full one is set aside under a number, and the oldest goes.
final class RotatingLog: Sendable {
    private struct State {
        var descriptor: Int32
        var size: Int
        var hasFailed = false
    }

    let path: String
    private let limit: Int
    private let kept: Int
    private let state: Mutex<State>

    /// Goes on at the end of the file that is there.
    init(_ url: URL, limit: Int, kept: Int) throws {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        self.path = url.path
        self.limit = limit
        self.kept = kept
        state = Mutex(State(descriptor: -1, size: 0))
        try state.withLock { try open(&$0) }
    }

    deinit {
        state.withLock { _ = close($0.descriptor) }
    }

    /// Copies everything that comes through a pipe, until its other end is closed; then closes this one.
    func drain(_ descriptor: Int32) {
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            if count > 0 {
                append(buffer[..<count])
            } else if errno != EINTR {
                return report("cannot read what the service prints: \(String(cString: strerror(errno)))")
            }
        }
    }

    /// Adds bytes.
    ///
    /// A log that cannot be written must not stop a service, so this is said once and the bytes are lost.
    func append(_ bytes: ArraySlice<UInt8>) {
        state.withLock { state in
            do {
                if state.size > 0, state.size + bytes.count > limit { try rotate(&state) }
                try write(bytes, &state)
                state.hasFailed = false
            } catch {
                if !state.hasFailed { report(error.localizedDescription) }
                state.hasFailed = true
            }
        }
    }

    private func write(_ bytes: ArraySlice<UInt8>, _ state: inout State) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(state.descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            state.size += count
            rest = rest.dropFirst(count)
        }
    }

    private func rotate(_ state: inout State) throws {
        for number in stride(from: kept, to: 0, by: -1) {
            let newer = number == 1 ? path : "\(path).\(number - 1)"
            if rename(newer, "\(path).\(number)") != 0, errno != ENOENT { throw failure() }
        }
        if kept == 0, unlink(path) != 0, errno != ENOENT { throw failure() }
        try open(&state)
    }

    private func open(_ state: inout State) throws {
        let descriptor = Foundation.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw failure() }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else {
            let error = failure()
            close(descriptor)
            throw error
        }
        if state.descriptor >= 0 { close(state.descriptor) }
        state = State(descriptor: descriptor, size: Int(information.st_size), hasFailed: state.hasFailed)
    }

    private func failure() -> CocoaError {
        CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
    }

    private func report(_ message: String) {
        SupervisorLog.say("\(path): \(message)")
    }
}
