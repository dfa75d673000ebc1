import Contracts

/// A quorum queue: messages in order, and who is served.
struct BusQueue {
    let name: String
    let hasSingleConsumer: Bool
    var messages: [BusMessage] = []
    /// Links that consume, in order of arrival.
    var consumers: [BusLink] = []

    /// Whom the next message goes to: the only one served, or anyone with room.
    func next(_ chance: inout SeededGenerator) -> BusLink? {
        if hasSingleConsumer { return consumers.first.flatMap { $0.hasRoom(for: name) ? $0 : nil } }
        return consumers.filter { $0.hasRoom(for: name) }.randomElement(using: &chance)
    }
}
