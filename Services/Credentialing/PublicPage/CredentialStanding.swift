import Contracts
import ServiceRuntime

/// Whether a credential stands, as it is told to a verifier.
struct CredentialStanding {
    let status: String
    let reason: String?
    /// Since when it has that status.
    let since: Timestamp
    let validFrom: Timestamp
    let validUntil: Timestamp
    /// When the question was answered.
    let checkedAt: Timestamp

    /// The answer about the credential of an address.
    func json(of url: String) -> JSONValue {
        var members: [(String, JSONValue)] = [("id", .string(url)), ("status", .string(status))]
        if let reason { members.append(("reason", .string(reason))) }
        for (name, moment) in [
            ("since", since), ("validFrom", validFrom), ("validUntil", validUntil), ("checkedAt", checkedAt),
        ] {
            members.append((name, .string(UTCText.seconds(moment))))
        }
        return .object(members)
    }
}
