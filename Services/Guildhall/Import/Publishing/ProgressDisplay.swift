import Foundation
import Synchronization

/// Shows on standard error how far long work has come: a bar on a terminal, a line every few seconds elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var began: ContinuousClock.Instant?
        var shown: ContinuousClock.Instant?
        var hasBar = false
    }

    private let isTerminal: Bool
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())
    private let clock = ContinuousClock()

    /// A display on standard error, unless told otherwise.
    init(
        isTerminal: Bool = isatty(STDERR_FILENO) == 1,
        write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) },
    ) {
        self.isTerminal = isTerminal
        self.write = write
    }

    /// Shows that so many of all are done; often too soon after the last time to be worth a line.
    func show(_ done: Int, of total: Int, from start: Int) {
        let now = clock.now
        let line: String? = state.withLock { state in
            let began = state.began ?? now
            state.began = began
            let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
            let shown = state.shown ?? (isTerminal ? nil : began)
            if done < total, let shown, shown.duration(to: now) < pause { return nil }
            state.shown = now
            state.hasBar = isTerminal
            let line = ProgressLine.text(
                done: done, total: total, sinceStart: done - start, elapsed: began.duration(to: now), bar: isTerminal)
            return isTerminal ? "\r\u{1B}[K" + line : line + "\n"
        }
        if let line { write(line) }
    }

    /// Says something, above the bar if there is one.
    func notice(_ text: String) {
        finish()
        write(text + "\n")
    }

    /// Leaves the bar as it is and goes to the next line.
    func finish() {
        let hadBar = state.withLock { state in
            let hadBar = state.hasBar
            state.hasBar = false
            return hadBar
        }
        if hadBar { write("\n") }
    }
}
