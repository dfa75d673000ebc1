/// The AsyncAPI 3.0 document, with the AMQP binding 0.3.0.
enum AsyncAPI {
    /// The whole document.
    static var document: JSONDocument {
        [
            "asyncapi": "3.0.0",
            "info": info,
            "defaultContentType": .string(Envelope.structuredContentType),
            "servers": ["broker": server],
            "channels": .object(Catalogue.all.map { .init($0.type.name, AsyncAPIChannel.channel($0)) }),
            "operations": .object(Catalogue.all.map { .init(operationName($0), AsyncAPIChannel.operation($0)) }),
            "components": [
                "messages": .object(Catalogue.all.map { .init($0.type.name, AsyncAPIChannel.message($0)) }),
                "schemas": .object(Catalogue.all.map { .init($0.type.name, $0.eventSchema) }),
                "securitySchemes": [
                    "user": [
                        "type": "userPassword",
                        "description": "A broker user of the publisher's own, made by `guildhall integrator add`.",
                    ]
                ],
            ],
        ]
    }

    /// What Guildhall does with messages of a contract.
    static func operationName(_ contract: Contract) -> String {
        (contract.direction == .inbound ? "receive-" : "send-") + contract.type.name
    }

    private static let info: JSONDocument = [
        "title": "Guildhall",
        "version": "1.0.0",
        "description": .string(
            """
            Engagement, learning and work records in; credentials, pools and premiums out.

            Messages are CloudEvents 1.0. Guildhall sends structured mode \
            (`application/cloudevents+json`); it takes structured mode, batches \
            (`application/cloudevents-batch+json`) and binary mode with attributes in headers that all begin with \
            `ce-`, or all with `cloudEvents_`, or all with `cloudEvents:`.

            **Limits.** A message has at most \(EnvelopeLimits.standard.bytes) bytes, and an event at most \
            \(EnvelopeLimits.standard.depth) levels of objects and lists in each other; both are configurable. Text \
            is UTF-8, no key stands twice in an object, whole numbers are 64-bit, decimals have at most six places, \
            moments are RFC 3339.

            **A field is added, never changed**: readers ignore what they do not know. A new meaning is a new type, \
            with the next number at its end.

            **Order and repetition.** An inbound record is known by (`source`, `data.id`) and ordered by \
            `data.revision`; a message is known by (`source`, `id`). Guildhall's events come at least once, and are \
            merged by `revision` or `sequence`: the highest wins, never the latest to arrive.
            """),
        "license": ["name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"],
    ]

    private static let server: JSONDocument = [
        "host": "{host}:{port}",
        "protocol": "amqp",
        "protocolVersion": "0-9-1",
        "pathname": "/guildhall",
        "description": "RabbitMQ, virtual host `guildhall`.",
        "variables": [
            "host": ["default": "localhost", "description": "The broker's host."],
            "port": ["default": "5672", "description": "The broker's port."],
        ],
        "security": [["$ref": "#/components/securitySchemes/user"]],
    ]
}
