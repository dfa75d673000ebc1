/// What is to happen when: a binary heap by time, and by order of entry where times are equal.
struct Agenda {
    struct Entry {
        let at: Int64
        let number: Int
        /// Whose it is; nothing happens to the dead.
        let life: Int
        let action: () -> Void
    }

    private var heap: [Entry] = []
    private var last = 0

    var next: Entry? { heap.first }
    var count: Int { heap.count }

    mutating func add(at time: Int64, life: Int, _ action: @escaping () -> Void) {
        last += 1
        heap.append(Entry(at: time, number: last, life: life, action: action))
        var child = heap.count - 1
        while child > 0, Agenda.isBefore(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() -> Entry {
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        var parent = 0
        while true {
            let left = 2 * parent + 1
            var least = parent
            for child in [left, left + 1] where child < heap.count && Agenda.isBefore(heap[child], heap[least]) {
                least = child
            }
            if least == parent { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    mutating func removeAll(of life: Int) {
        let kept = heap.filter { $0.life != life }
        heap = []
        for entry in kept.sorted(by: Agenda.isBefore) { heap.append(entry) }
    }

    private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
        (left.at, left.number) < (right.at, right.number)
    }
}
