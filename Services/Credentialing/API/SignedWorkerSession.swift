import Contracts
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import OpenBadges

/// A worker's session in a signed cookie: `contractor.expiry.version.hmac`.
struct SignedWorkerSession: WorkerSession {
    /// The name of the cookie.
    static let cookie = "guildhall_me"

    private let key: SymmetricKey
    private let now: @Sendable () -> Timestamp

    /// Sessions signed with a key; `now` is the host's clock, since a browser's session is no decision about anybody.
    init(key: [UInt8], now: @escaping @Sendable () -> Timestamp = { .hostClock }) {
        self.key = SymmetricKey(data: key)
        self.now = now
    }

    func contractor(of request: Request) async throws -> Identifier? {
        request.cookies[SignedWorkerSession.cookie].flatMap { contractor(ofToken: $0.value) }
    }

    /// The worker of a token that is genuine and has not expired.
    func contractor(ofToken token: String) -> Identifier? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let contractor = Identifier(String(parts[0])), let expiry = Int64(parts[1]),
            Int64(parts[2]) != nil, let code = Base64URL.decode(String(parts[3])),
            HMAC<SHA256>.isValidAuthenticationCode(
                code, authenticating: Data(parts[0...2].joined(separator: ".").utf8), using: key),
            expiry > now().microseconds / 1_000_000
        else { return nil }
        return contractor
    }

    /// A token of a worker.
    func token(of contractor: Identifier, expiry: Int64, version: Int64) -> String {
        let payload = "\(contractor).\(expiry).\(version)"
        let code = HMAC<SHA256>.authenticationCode(for: Data(payload.utf8), using: key)
        return "\(payload).\(Base64URL.encode(code))"
    }
}
