/// Hands read deliveries to those who decide them, while the next are read; bounded by the shelf.
actor ReadAhead {
    private var shelf: Shelf
    private var isEnded = false
    private var reader: CheckedContinuation<Void, Never>?
    private var takers: [CheckedContinuation<Void, Never>] = []
    private var settled: Shelf.Settled?
    private var isSettling = false

    init(limit: Int) {
        shelf = Shelf(limit: limit)
    }

    /// Puts down what was read; returns when more may be read.
    func put(_ portions: [Shelf.Portion]) async {
        shelf.put(portions)
        wakeTakers()
        while shelf.isFull && !isEnded {
            await withCheckedContinuation { reader = $0 }
        }
    }

    /// The next batch as soon as there is one; nil at the end.
    func take() async -> Shelf.Batch? {
        while !isEnded {
            if let batch = shelf.take() {
                if !shelf.isFull { wakeReader() }
                // What is left may fill another.
                wakeTakers()
                return batch
            }
            await withCheckedContinuation { takers.append($0) }
        }
        return nil
    }

    /// A batch is done: settles what may be settled, one acknowledgement after the other.
    func finish(_ batch: Shelf.Batch, _ settle: @Sendable (Shelf.Settled) async throws -> Void) async throws {
        if let more = shelf.finish(batch) {
            let deliveries = more.deliveries + (settled?.deliveries ?? 0)
            settled = Shelf.Settled(lastTag: more.lastTag, deliveries: deliveries)
        }
        if isSettling { return }
        isSettling = true
        defer { isSettling = false }
        while let now = settled {
            settled = nil
            try await settle(now)
        }
    }

    /// What is about a finished batch's contractors may be taken.
    func release(_ batch: Shelf.Batch) {
        shelf.release(batch)
        wakeTakers()
    }

    /// Nothing more will be taken.
    func end() {
        isEnded = true
        wakeTakers()
        wakeReader()
    }

    private func wakeTakers() {
        let waiting = takers
        takers = []
        waiting.forEach { $0.resume() }
    }

    private func wakeReader() {
        reader?.resume()
        reader = nil
    }
}
