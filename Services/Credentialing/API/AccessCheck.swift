import Database
import HTTPTypes
import Hummingbird

/// Finds out what the bearer of a request's token may do.
struct AccessCheck: Sendable {
    let database: Database

    /// What a request may do, which includes a scope.
    ///
    /// - Throws: ``AccessRefusal``, or what the database says.
    func grant(of request: Request, needing scope: AccessScope) async throws -> AccessGrant {
        guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") else {
            throw AccessRefusal.missing
        }
        let token = AccessSecret(String(header.dropFirst(7)))
        let rows = try await database.run([Call(AccessStatements.bearer, [.bytea(token.hash)])])[0]
        guard let row = rows.first else { throw AccessRefusal.invalid }
        let grant = AccessGrant(
            client: try row.text(0), contractor: try row.optionalIdentifier(1),
            scopes: Set(try row.texts(2).compactMap(AccessScope.init)))
        // A system's leave is about nobody, a worker's is about the worker: neither stands in for the other.
        guard grant.scopes.contains(scope), scope.isWorkers == (grant.contractor != nil) else {
            throw AccessRefusal.scope(scope)
        }
        return grant
    }
}
