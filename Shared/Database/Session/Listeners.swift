/// Who reads the notifications of which channel.
struct Listeners {
    /// Notifications kept for a slow reader; the oldest are dropped, because a notification only says "look".
    static let buffer = 256

    private var channels: [String: [Int: AsyncStream<String>.Continuation]] = [:]
    private var last = 0

    mutating func add(_ listener: AsyncStream<String>.Continuation, to channel: String) -> Int {
        last += 1
        channels[channel, default: [:]][last] = listener
        return last
    }

    mutating func remove(_ id: Int, from channel: String) {
        channels[channel]?[id] = nil
        if channels[channel]?.isEmpty == true { channels[channel] = nil }
    }

    func of(_ channel: String) -> [AsyncStream<String>.Continuation] {
        channels[channel].map { Array($0.values) } ?? []
    }

    mutating func removeAll() -> [AsyncStream<String>.Continuation] {
        defer { channels = [:] }
        return channels.values.flatMap(\.values)
    }
}

/// Who waits for a connection's end.
struct Watchers {
    private var watchers: [Int: AsyncStream<Never>.Continuation] = [:]
    private var last = 0

    mutating func add(_ watcher: AsyncStream<Never>.Continuation) -> Int {
        last += 1
        watchers[last] = watcher
        return last
    }

    mutating func remove(_ id: Int) {
        watchers[id] = nil
    }

    mutating func removeAll() -> [AsyncStream<Never>.Continuation] {
        defer { watchers = [:] }
        return Array(watchers.values)
    }
}
