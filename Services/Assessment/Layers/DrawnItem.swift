import Contracts

/// An item that an attempt drew, with the order of its options.
struct DrawnItem: Payload, Equatable {
    /// The item, by its id in the quiz.
    var item = ""
    /// The options' ids, as they are shown.
    var options: [String] = []

    init() {}

    init(item: String, options: [String]) {
        self.item = item
        self.options = options
    }

    mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("item", &item, .text(1...4096), "The item.", sample: "till-1")
        visitor.field(
            "options", &options, .list(0...100_000, of: .text(1...4096)), "The options, as they are shown.",
            sample: ["b"])
    }
}
