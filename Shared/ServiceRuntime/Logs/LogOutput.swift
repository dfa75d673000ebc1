import Foundation
import Synchronization

/// Where log lines go: a file descriptor, or memory in tests.
public final class LogOutput: Sendable {
    private let sink: @Sendable ([UInt8]) -> Void
    private let turn = Mutex(())

    /// An output that hands each line, its newline included, to a closure, one at a time.
    public init(_ sink: @escaping @Sendable ([UInt8]) -> Void) {
        self.sink = sink
    }

    /// The standard error.
    public static let standardError = LogOutput(descriptor: STDERR_FILENO)

    /// The standard output.
    public static let standardOutput = LogOutput(descriptor: STDOUT_FILENO)

    private convenience init(descriptor: Int32) {
        self.init { line in
            line.withUnsafeBytes { buffer in
                // One call a line keeps the lines of several processes apart. A full or closed pipe loses the line,
                // because a service must not stand still for its log.
                var written: Int
                repeat {
                    written = write(descriptor, buffer.baseAddress, buffer.count)
                } while written < 0 && errno == EINTR
            }
        }
    }

    func append(line: [UInt8]) {
        turn.withLock { _ in sink(line) }
    }
}
