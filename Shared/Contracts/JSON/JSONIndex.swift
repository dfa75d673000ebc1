/// Where everything stands in a JSON text: a flat list of nodes in the order of the text.
///
/// An object's node is followed by key, value, key, value…; an array's by its elements; each with all that it holds.
struct JSONIndex: Sendable {
    /// What a node is.
    enum Kind: UInt8, Sendable {
        case object
        case array
        case string
        case number
        case yes
        case no
        case null
    }

    /// What is to be known of a string before reading it.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// It holds escapes.
        static let escaped = Flags(rawValue: 1)
        /// It holds characters beyond ASCII.
        static let wide = Flags(rawValue: 2)
        /// It is no valid text.
        static let broken = Flags(rawValue: 4)
    }

    /// One value of the text.
    struct Node: Sendable {
        /// The first byte; of a string, the one after the quotation mark.
        var start: UInt32
        /// The byte after the last; of a string, the closing quotation mark.
        var end: UInt32
        /// The node after all that this one holds.
        var next: UInt32
        /// What it is.
        var kind: Kind
        /// What is to be known of it, when it is a string.
        var flags: Flags
    }

    /// Something wrong inside a text that could nevertheless be read to its end.
    struct Fault: Sendable {
        /// Why it is refused.
        enum Reason: String, Sendable {
            case text = "invalid-text"
            case depth = "too-deep"
            case duplicate = "duplicate-key"
        }

        /// Why it is refused.
        var reason: Reason
        /// The node with the fault.
        var node: Int
        /// What it is, in a sentence's end.
        var message: String
    }

    /// The nodes; the first is the whole text.
    var nodes: [Node] = []
    /// What is wrong inside.
    var faults: [Fault] = []
}
