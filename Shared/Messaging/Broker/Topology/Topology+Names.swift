import Contracts

extension Topology {
    /// The virtual host of the suite.
    public static let virtualHost = "guildhall"
    /// Where outside systems publish; the routing key is the message's type.
    public static let inboundExchange = "guildhall.inbound"
    /// Gets what nobody owns.
    public static let unroutableExchange = "guildhall.unroutable"
    /// Where services publish; the routing key is the type and the partition.
    public static let eventsExchange = "guildhall.events"
    /// Holds what nobody owns, until it is answered as unknown.
    public static let unroutableQueue = "guildhall.unroutable.g1"
    /// Consuming from this pseudo-queue makes the broker put a private address into `replyTo`.
    public static let directReplyQueue = "amq.rabbitmq.reply-to"

    /// The queue of a service's inbound messages.
    public static func inboundQueue(of service: ServiceName) -> String {
        "guildhall.\(service.rawValue).inbound.g1"
    }

    /// The queue of one partition of a service's subscriptions.
    public static func eventsQueue(of service: ServiceName, _ partition: Partition) -> String {
        "guildhall.\(service.rawValue).events.g1.\(partition.suffix)"
    }

    /// The routing key of an event: its type and the partition of the contractor it is about.
    public static func eventKey(_ type: String, _ partition: Partition) -> String {
        "\(type).\(partition.suffix)"
    }

    /// The three exchanges of the suite.
    public static let exchanges = [
        Exchange(name: unroutableExchange, kind: .fanout),
        Exchange(name: inboundExchange, kind: .topic, alternate: unroutableExchange),
        Exchange(name: eventsExchange, kind: .topic),
    ]
}
