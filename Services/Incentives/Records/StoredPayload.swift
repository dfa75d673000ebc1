import Contracts

/// A payload as a column keeps it.
enum StoredPayload {
    /// The payload of a type from its JSON.
    static func read(_ type: EventType, _ json: String) throws -> any Payload {
        try Catalogue.decode(type, Array(json.utf8)).get()
    }

    /// Its JSON.
    static func json(_ payload: any Payload) -> String {
        String(decoding: Catalogue.encode(payload), as: UTF8.self)
    }
}
