/// RabbitMQ's definitions file, as far as this suite fills it.
struct Definitions: Encodable {
    struct User: Encodable {
        let name: String
        let passwordHash: String
        let hashingAlgorithm = "rabbit_password_hashing_sha256"
        let tags: [String] = []

        enum CodingKeys: String, CodingKey {
            case name
            case passwordHash = "password_hash"
            case hashingAlgorithm = "hashing_algorithm"
            case tags
        }

        init(_ user: BrokerUser) {
            name = user.name
            passwordHash = user.passwordHash.encoded
        }
    }

    struct VirtualHost: Encodable {
        let name: String
    }

    struct Permission: Encodable {
        let user: String
        let vhost = Topology.virtualHost
        let configure: String
        let write: String
        let read: String

        init(_ user: BrokerUser) {
            self.user = user.name
            configure = user.configure
            write = user.write
            read = user.read
        }
    }

    struct TopicPermission: Encodable {
        let user: String
        let vhost = Topology.virtualHost
        let exchange: String
        let write: String
        let read: String

        init(_ user: BrokerUser, _ topic: BrokerUser.TopicPermission) {
            self.user = user.name
            exchange = topic.exchange
            write = topic.write
            read = topic.read
        }
    }

    struct Exchange: Encodable {
        let name: String
        let vhost = Topology.virtualHost
        let type: String
        let durable = true
        let autoDelete = false
        let isInternal = false
        let arguments: [String: String]

        enum CodingKeys: String, CodingKey {
            case name, vhost, type, durable, arguments
            case autoDelete = "auto_delete"
            case isInternal = "internal"
        }

        init(_ exchange: Topology.Exchange) {
            name = exchange.name
            type = exchange.kind.rawValue
            arguments = exchange.alternate.map { ["alternate-exchange": $0] } ?? [:]
        }
    }

    struct Queue: Encodable {
        let name: String
        let vhost = Topology.virtualHost
        let durable = true
        let autoDelete = false
        let arguments = ["x-queue-type": "quorum"]

        enum CodingKeys: String, CodingKey {
            case name, vhost, durable, arguments
            case autoDelete = "auto_delete"
        }

        init(_ queue: Topology.Queue) {
            name = queue.name
        }
    }

    struct Binding: Encodable {
        let source: String
        let vhost = Topology.virtualHost
        let destination: String
        let destinationType = "queue"
        let routingKey: String
        let arguments: [String: String] = [:]

        enum CodingKeys: String, CodingKey {
            case source, vhost, destination, arguments
            case destinationType = "destination_type"
            case routingKey = "routing_key"
        }

        init(_ binding: Topology.Binding) {
            source = binding.exchange
            destination = binding.queue
            routingKey = binding.key
        }
    }

    struct Policy: Encodable {
        let name: String
        let vhost = Topology.virtualHost
        let pattern: String
        let applyTo: String
        let definition: [String: Int]
        let priority = 0

        enum CodingKeys: String, CodingKey {
            case name, vhost, pattern, definition, priority
            case applyTo = "apply-to"
        }

        static let withoutDeliveryLimit = Policy(
            name: "guildhall-no-delivery-limit", pattern: "^guildhall\\.", applyTo: "quorum_queues",
            definition: ["delivery-limit": -1])
    }

    let users: [User]
    let vhosts: [VirtualHost]
    let permissions: [Permission]
    let topicPermissions: [TopicPermission]
    let exchanges: [Exchange]
    let queues: [Queue]
    let bindings: [Binding]
    let policies: [Policy]

    enum CodingKeys: String, CodingKey {
        case users, vhosts, permissions, exchanges, queues, bindings, policies
        case topicPermissions = "topic_permissions"
    }
}
