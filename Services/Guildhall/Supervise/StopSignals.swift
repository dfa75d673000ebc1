import Foundation

/// SIGTERM and SIGINT as a sequence.
enum StopSignals {
    /// Unsafe because a signal handler reaches nothing but globals; it is written once, before the handlers exist.
    nonisolated(unsafe) private static var writeEnd: Int32 = -1

    /// Catches the signals from now on; to be called once.
    ///
    /// A handler may do next to nothing, so it writes the number to a pipe that a thread reads. A handler, unlike a
    /// blocked or ignored signal, is not passed on to the services.
    static func stream() throws -> AsyncStream<Int32> {
        let (readEnd, writeEnd) = try PrivatePipe.open()
        Self.writeEnd = writeEnd
        // The reader of the ready line may be gone by the time something is printed.
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT] {
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(StopSignals.writeEnd, &byte, 1)
            }
        }
        return AsyncStream { continuation in
            Thread.detachNewThread {
                var byte: UInt8 = 0
                while true {
                    let count = read(readEnd, &byte, 1)
                    if count == 1 {
                        continuation.yield(Int32(byte))
                    } else if count == 0 || errno != EINTR {
                        return continuation.finish()
                    }
                }
            }
        }
    }
}
