import Contracts
import Database
import Pages
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
    /// Until when it is suspended, if it is.
    var suspendedUntil: Timestamp?

    /// The answer in words, ready to stand in a page.
    func words(_ texts: PageTexts) -> String {
        let why = reason.map { " \(Markup.escaped($0))" } ?? ""
        let since = UTCText.readable(since)
        return switch status {
        case "valid": texts[.validSince, since]
        case "lapsed": texts[.lapsedOn, since]
        case "suspended": texts[.suspendedSince, since, suspendedUntil.map { UTCText.readable($0) } ?? ""] + why
        default: texts[.revokedOn, since] + why
        }
    }

    /// The answer about the credential of an address.
    func json(of url: String) -> JSONValue {
        var members: [(String, JSONValue)] = [("id", .string(url)), ("status", .string(status))]
        if let reason { members.append(("reason", .string(reason))) }
        if let suspendedUntil { members.append(("suspendedUntil", .string(UTCText.seconds(suspendedUntil)))) }
        for (name, moment) in [
            ("since", since), ("validFrom", validFrom), ("validUntil", validUntil), ("checkedAt", checkedAt),
        ] {
            members.append((name, .string(UTCText.seconds(moment))))
        }
        return .object(members)
    }
}

extension CredentialStanding {
    /// The standing of a row of ``PublicPageStatements/standing``.
    init(row: Row) throws {
        self.init(
            status: try row.text(0), reason: try row.optionalText(1), since: try row.timestamp(2),
            validFrom: try row.timestamp(3), validUntil: try row.timestamp(4), checkedAt: try row.timestamp(5),
            suspendedUntil: try row.optionalTimestamp(6))
    }
}
