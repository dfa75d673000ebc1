import Contracts
import Crypto

/// A synthetic worker of a pilot.
struct PilotWorker: Sendable {
    let number: Int
    let programme: PilotProgramme
    /// The day of the invitation.
    let invitedOn: Int
    /// The day of the sign-up; nil where the invitation is not followed.
    var signsUpOn: Int?
    /// The day on which they leave again; nil where they stay.
    var leavesOn: Int?

    static let source = "/suite/vms"

    var id: String { "\(programme.id)-\(number)" }
    var contractor: Identifier { .contractor(source: PilotWorker.source, workerId: id) }
    /// The day's batch.
    var batch: String { PilotWorker.batch(programme, invitedOn) }

    static func batch(_ programme: PilotProgramme, _ day: Int) -> String { "\(programme.id)-day-\(day)" }

    /// The place of the assigned variant, worked out anew as docs/assignment.md describes it.
    var variant: Int {
        let text = "\(programme.salt)\n\(PilotProgramme.experiment)\n\(contractor)"
        let point = SHA256.hash(data: Array(text.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(point % UInt64(PilotProgramme.variants.count))
    }

    func invitation() throws -> String {
        try event(
            "invitation", "guildhall.invitation.recorded.v1", invitedOn,
            [
                "pathway": "point-of-sale", "offering": "pos-2024", "batch": batch, "channel": "email",
                "language": number.isMultiple(of: 3) ? "es" : "en",
            ])
    }

    func signUp(link: String, on day: Int) throws -> String {
        try event(
            "sign-up", "guildhall.sign-up.recorded.v1", day,
            [
                "link": link, "channel": "web", "language": "en", "optInText": "2024-1", "termsText": "2024-1",
                "independentStatusText": "2024-1", "independentStatus": true,
            ], names: false)
    }

    func optOut(on day: Int) throws -> String {
        try event(
            "opt-out", "guildhall.consent.recorded.v1", day,
            [
                "decision": "withdrawn", "purpose": "participation", "textVersion": "2024-1", "basis": "worker",
                "pathway": "point-of-sale", "offering": "pos-2024",
            ])
    }

    private func event(
        _ name: String, _ type: String, _ day: Int, _ members: [String: Any], names: Bool = true
    ) throws -> String {
        let record = "\(id)-\(name)"
        var data: [String: Any] = [
            "id": record, "revision": 1, "eventTime": "\(PilotCalendar.noon(day))", "person": ["workerId": id],
        ]
        if names { data["programme"] = programme.id }
        return try Event.make(
            record, source: PilotWorker.source, type: type, data: data.merging(members) { $1 })
    }
}
