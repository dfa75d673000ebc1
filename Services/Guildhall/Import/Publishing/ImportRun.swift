import Messaging

/// Publishes a plan: one window in flight, the next one being written meanwhile.
struct ImportRun: Sendable {
    let windows: MessageWindows
    /// Where the progress is kept, if it is.
    let progress: ImportProgress?
    /// Records a second at most.
    let rate: Int?
    let connect: @Sendable () async throws -> any MessagePublisher
    let display: ProgressDisplay

    /// Sends everything that is not yet confirmed.
    func run() async throws -> ImportSummary {
        let start = try progress?.confirmed() ?? 0
        let clock = ContinuousClock()
        let began = clock.now
        let display = display
        var link = ImportLink(connect: connect) { display.notice($0) }
        var messages = 0
        var position = start
        do {
            var next = try windows.window(from: start)
            while let window = next {
                async let following = windows.window(from: window.end)
                if let rate { try await clock.sleep(until: began + .seconds(1) * (position - start) / rate) }
                try await link.publish(window.messages)
                messages += window.messages.count
                position = window.end
                try progress?.save(confirmed: position)
                display.show(position, of: windows.end, from: start)
                next = try await following
            }
        } catch {
            await link.close()
            display.finish()
            throw error
        }
        await link.close()
        display.finish()
        try progress?.remove()
        return ImportSummary(
            records: windows.end, skipped: start, sent: position - start, messages: messages,
            repeatedMessages: link.repeated, duration: began.duration(to: clock.now))
    }
}
