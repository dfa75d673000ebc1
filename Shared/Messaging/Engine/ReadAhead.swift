/// Hands read deliveries to whoever decides them, while the next are read; bounded by the shelf.
actor ReadAhead {
    private var shelf: Shelf
    private var isEnded = false
    private var reader: CheckedContinuation<Void, Never>?
    private var taker: CheckedContinuation<Void, Never>?

    init(limit: Int) {
        shelf = Shelf(limit: limit)
    }

    /// Puts down what was read; returns when more may be read.
    func put(_ portions: [Shelf.Portion]) async {
        shelf.put(portions)
        wakeTaker()
        while shelf.isFull && !isEnded {
            await withCheckedContinuation { reader = $0 }
        }
    }

    /// The next batch as soon as there is one; nil at the end.
    func take() async -> Shelf.Batch? {
        while !isEnded {
            if let batch = shelf.take() {
                if !shelf.isFull { wakeReader() }
                return batch
            }
            await withCheckedContinuation { taker = $0 }
        }
        return nil
    }

    /// Nothing more will be taken.
    func end() {
        isEnded = true
        wakeTaker()
        wakeReader()
    }

    private func wakeTaker() {
        taker?.resume()
        taker = nil
    }

    private func wakeReader() {
        reader?.resume()
        reader = nil
    }
}
