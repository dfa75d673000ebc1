/// Hands read deliveries to those who decide them, while the next are read; bounded by the shelf.
actor ReadAhead {
    private var shelf: Shelf
    private var isEnded = false
    private var reader: CheckedContinuation<Void, Never>?
    private var takers: [CheckedContinuation<Shelf.Batch?, Never>] = []
    private var settled: Shelf.Settled?
    private var settler: CheckedContinuation<Void, Never>?

    init(limit: Int) {
        shelf = Shelf(limit: limit)
    }

    /// Puts down what was read; returns when more may be read.
    func put(_ portions: [Shelf.Portion]) async {
        shelf.put(portions)
        handOut()
        // One without an event is done as soon as it is read.
        settleMore()
        while shelf.isFull && !isEnded {
            await withCheckedContinuation { reader = $0 }
        }
    }

    /// The next batch as soon as there is one; nil at the end.
    ///
    /// - Parameter finished: the batch that the taker is done with, if any: what is about its contractors may be taken.
    func take(after finished: Shelf.Batch?) async -> Shelf.Batch? {
        if let finished { shelf.release(finished) }
        if isEnded { return nil }
        guard let batch = shelf.take() else { return await withCheckedContinuation { takers.append($0) } }
        // What is left may fill another.
        handOut()
        return batch
    }

    /// A batch is done: what may be settled waits for whoever acknowledges it.
    func finish(_ batch: Shelf.Batch) {
        shelf.finish(batch)
        settleMore()
    }

    /// What may be acknowledged, as soon as there is something; nil at the end.
    ///
    /// What is done and not acknowledged then comes again, and is known.
    func settle() async -> Shelf.Settled? {
        while settled == nil && !isEnded { await withCheckedContinuation { settler = $0 } }
        defer { settled = nil }
        return isEnded ? nil : settled
    }

    private func settleMore() {
        guard let more = shelf.settle() else { return }
        settled = Shelf.Settled(lastTag: more.lastTag, deliveries: more.deliveries + (settled?.deliveries ?? 0))
        settler?.resume()
        settler = nil
        if !shelf.isFull { wakeReader() }
    }

    /// Nothing more will be taken.
    func end() {
        isEnded = true
        for taker in takers { taker.resume(returning: nil) }
        takers = []
        settler?.resume()
        settler = nil
        wakeReader()
    }

    /// Gives those who wait what there is for them; nobody is woken in vain, since that costs as much as many messages.
    private func handOut() {
        while !isEnded, !takers.isEmpty, let batch = shelf.take() { takers.removeFirst().resume(returning: batch) }
        if !shelf.isFull { wakeReader() }
    }

    private func wakeReader() {
        reader?.resume()
        reader = nil
    }
}
