/// The page that lists the contracts and says how partitions are computed.
enum ContractReadme {
    /// The whole page.
    static var text: String {
        """
        # Contracts

        What goes over Guildhall's bus. This page, the schemas, the samples and the AsyncAPI document are made from \
        the descriptions in `Shared/Contracts` by `guildhall contracts document --output docs/contracts`; a test \
        compares them.

        - `asyncapi.json`: every channel, in AsyncAPI 3.0 with the AMQP binding 0.3.0
        - `schemas/TYPE.json`: the JSON Schema (draft 7) of a whole event
        - `samples/TYPE.json`: an event that can be published as it is (`guildhall publish samples/TYPE.json`)

        ## What comes in

        Published to the exchange `guildhall.inbound` under its type. Known by (`source`, `data.id`), ordered by \
        `data.revision`.

        \(table(.inbound, "Read by"))

        ## What goes out

        Sent to the exchange `guildhall.events` under its type and partition: \
        `guildhall.engagement.accepted.v1.07`. The `subject` is the contractor. Merge by `revision` or `sequence`: \
        the highest wins. A message holds one event (content type `\(Envelope.structuredContentType)`), or a list of \
        several of one type and partition (`\(Envelope.batchContentType)`), as many as happened at once: read both. A \
        contractor's events are in order; each may come again under its `id`.

        \(table(.event, "Sent by"))

        ## What is asked and answered

        A question is published like everything that comes in, with a direct reply-to address. The answer to the \
        publisher is then one JSON object with `source`, `id`, `outcome` and, where the outcome is `accepted`, the \
        member `answer`: a whole event of this type. A question that is sent again under its id is a `duplicate` and \
        brings no second answer; ask anew under a new id.

        \(table(.answer, "Answered by"))

        ## Rules

        - CloudEvents 1.0: structured mode, batches, or binary mode with one header prefix (`ce-`, `cloudEvents_`, \
        `cloudEvents:`).
        - A message has at most \(EnvelopeLimits.standard.bytes) bytes, an event at most \
        \(EnvelopeLimits.standard.depth) levels; both can be configured.
        - UTF-8, no key twice in an object, whole numbers in 64 bits, decimals with at most six places and written as \
        numbers, money in minor units with its ISO 4217 code, moments in RFC 3339 with an offset.
        - A field that may be absent may as well be null. Unknown fields are ignored.
        - A field is added, never changed; a new meaning is a new type with the next number at its end.

        Problems are told by path, at most \(ContractProblem.limit) a message: \
        `data.rate.currency must be three capital letters of ISO 4217, found "usd"`.

        ## Contractors and partitions

        A contractor's id derives from the CloudEvents `source` and `data.person.workerId`, its partition from the id:

        ```python
        import hashlib, uuid
        def contractor(source, worker):
            parts = [p.encode() for p in ("contractor", source, worker)]
            d = bytearray(hashlib.sha256(b"".join(len(p).to_bytes(4, "big") + p for p in parts)).digest()[:16])
            d[6], d[8] = d[6] & 0x0F | 0x80, d[8] & 0x3F | 0x80
            return uuid.UUID(bytes=bytes(d))
        def partition(contractor):
            h = 0xCBF29CE484222325
            for byte in contractor.bytes: h = (h ^ byte) * 0x100000001B3 % 2**64
            return (h >> 32 ^ h & 0xFFFFFFFF) % \(Partition.count)
        ```

        | source | worker | contractor | partition |
        |---|---|---|---|
        \(vectors)

        """
    }

    /// Sources and workers whose ids and partitions are published.
    static let samples: [(source: String, worker: String)] =
        [(Identifier.sampleSource, "W-20871"), ("/oulad", "oulad:11391"), ("urn:example:hr", "Größe 1")]
        + (1...13).map { ("/sample", "worker-\($0)") }

    private static var vectors: String {
        samples.map { source, worker in
            let contractor = Identifier.contractor(source: source, workerId: worker)
            return "| `\(source)` | `\(worker)` | `\(contractor)` | \(Partition(of: contractor).suffix) |"
        }.joined(separator: "\n")
    }

    private static func table(_ direction: Contract.Direction, _ who: String) -> String {
        let rows = Catalogue.all.filter { $0.direction == direction }.map { contract in
            let name = contract.type.name
            return "| `\(name)` | \(contract.owner.rawValue) | \(contract.summary) "
                + "| [schema](schemas/\(name).json), [sample](samples/\(name).json) |"
        }
        return (["| Type | \(who) | Says | |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}
