import Database

/// A system that an operator registered.
struct AccessClient: Hashable, Sendable {
    let id: String
    let name: String
    let secretHash: [UInt8]
    let redirectURIs: [String]
    let scopes: [AccessScope]
}

extension AccessClient {
    /// A client from a row of ``AccessStatements/client``.
    init(row: Row) throws {
        id = try row.text(0)
        name = try row.text(1)
        secretHash = try row.bytes(2)
        redirectURIs = try row.texts(3)
        scopes = try row.texts(4).compactMap(AccessScope.init)
    }
}
