/// Gives labels in the order in which they are asked for (RDFC-1.0, section 4.5).
struct IdentifierIssuer: Sendable {
    private let prefix: String
    private(set) var labels: [String: String] = [:]
    /// The nodes in the order of their labels.
    private(set) var order: [String] = []

    init(prefix: String) {
        self.prefix = prefix
    }

    /// The label of a node, a new one if it has none.
    mutating func issue(_ node: String) -> String {
        if let label = labels[node] { return label }
        let label = prefix + String(order.count)
        labels[node] = label
        order.append(node)
        return label
    }
}
