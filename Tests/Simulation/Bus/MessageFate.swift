/// What becomes of an accepted message on its way into a queue.
enum MessageFate: String, CaseIterable {
    case inOrder, twice, late, outOfOrder
}
