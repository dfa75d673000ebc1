/// The entries of the AsyncAPI document that each contract has.
enum AsyncAPIChannel {
    /// Where messages of a contract travel.
    static func channel(_ contract: Contract) -> JSONDocument {
        let isInbound = contract.direction == .inbound
        var channel: JSONDocument = [
            "address": address(contract),
            "title": .string(contract.type.name),
            "summary": .string(contract.summary),
            "description": .string(description(contract)),
            "servers": [["$ref": "#/servers/broker"]],
            "messages": ["event": ["$ref": .string("#/components/messages/\(contract.type.name)")]],
        ]
        if contract.direction == .answer {
            channel["bindings"] = [
                "amqp": [
                    "is": "queue", "queue": ["name": "amq.rabbitmq.reply-to"], "bindingVersion": "0.3.0",
                ]
            ]
            return channel
        }
        if !isInbound {
            channel["parameters"] = [
                "partition": [
                    "description": "The partition of the contractor in `subject`: two digits, as the README computes.",
                    "enum": .array(Partition.all.map { .string($0.suffix) }),
                ]
            ]
        }
        channel["bindings"] = [
            "amqp": [
                "is": "routingKey",
                "exchange": [
                    "name": .string(isInbound ? "guildhall.inbound" : "guildhall.events"),
                    "type": "topic", "durable": true, "autoDelete": false, "vhost": "guildhall",
                ],
                "bindingVersion": "0.3.0",
            ]
        ]
        return channel
    }

    /// What Guildhall does there.
    static func operation(_ contract: Contract) -> JSONDocument {
        let isInbound = contract.direction == .inbound
        let channel = "#/channels/\(contract.type.name)"
        var amqp: JSONDocument =
            contract.direction == .answer ? ["deliveryMode": 1] : ["deliveryMode": 2, "mandatory": true]
        if isInbound { amqp["ack"] = true }
        amqp["bindingVersion"] = "0.3.0"
        return [
            "action": isInbound ? "receive" : "send",
            "channel": ["$ref": .string(channel)],
            "title": .string(contract.type.name),
            "summary": .string(contract.summary),
            "messages": [["$ref": .string("\(channel)/messages/event")]],
            "bindings": ["amqp": amqp],
        ]
    }

    /// What is sent.
    static func message(_ contract: Contract) -> JSONDocument {
        [
            "name": .string(contract.type.name),
            "title": .string(contract.type.name),
            "summary": .string(contract.summary),
            "contentType": .string(Envelope.structuredContentType),
            "payload": ["$ref": .string("#/components/schemas/\(contract.type.name)")],
            "bindings": ["amqp": ["messageType": .string(contract.type.name), "bindingVersion": "0.3.0"]],
            "examples": [
                ["name": "sample", "payload": JSONDocument(parsing: contract.sampleEvent) ?? .null]
            ],
        ]
    }

    /// The routing key; an answer goes to an address that its question brought.
    private static func address(_ contract: Contract) -> JSONDocument {
        switch contract.direction {
        case .inbound: .string(contract.type.name)
        case .event, .outboundOnly: .string("\(contract.type.name).{partition}")
        case .answer: .null
        }
    }

    private static func description(_ contract: Contract) -> String {
        switch contract.direction {
        case .inbound:
            """
            Publish to the exchange `guildhall.inbound` with the type as routing key and the property `user-id` set \
            to the broker user; read by \(contract.owner.rawValue). A refused message is kept with its reason, and \
            answered when `reply-to` is a direct reply-to address.
            """
        case .event:
            """
            Sent by \(contract.owner.rawValue) to the exchange `guildhall.events`; the routing key is the type and \
            the partition of the contractor. A message holds one event, or a list of several of this type and \
            partition with the content type `\(Envelope.batchContentType)`.
            """
        case .outboundOnly:
            "Sent by \(contract.owner.rawValue) to the exchange `guildhall.events` for readers outside only."
        case .answer:
            """
            Sent by \(contract.owner.rawValue) to the direct reply-to address of the question, as the member `answer` \
            of the JSON object that says `accepted`; never published.
            """
        }
    }
}
