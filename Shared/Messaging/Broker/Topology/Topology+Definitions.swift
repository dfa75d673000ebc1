import Foundation

extension Topology {
    /// What the operator loads into the broker: virtual host, exchanges, the queue of unroutable messages, users.
    ///
    /// Services declare their own queues. From version 4 on the broker has a delivery limit of its own, which counts
    /// restarts too and drops innocent messages: a policy lifts it there. Before, the same value would drop at the
    /// first return, so there is no policy.
    public static func definitions(users: [BrokerUser], brokerVersion: Int = 3) throws -> String {
        let queues = brokerVersion >= 4 ? [Definitions.Policy.withoutDeliveryLimit] : []
        let definitions = Definitions(
            users: users.map { Definitions.User($0) },
            vhosts: [Definitions.VirtualHost(name: virtualHost)],
            permissions: users.map { Definitions.Permission($0) },
            topicPermissions: users.flatMap { user in user.topics.map { Definitions.TopicPermission(user, $0) } },
            exchanges: exchanges.map { Definitions.Exchange($0) },
            queues: unroutable.queues.map { Definitions.Queue($0) },
            bindings: unroutable.bindings.map { Definitions.Binding($0) },
            policies: queues)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(definitions), as: UTF8.self) + "\n"
    }
}
