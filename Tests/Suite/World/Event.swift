import Foundation

/// CloudEvents as outside systems write them, by hand and without the contracts' own encoder.
enum Event {
    /// An event; members of `data` that are texts, numbers, objects.
    static func make(
        _ id: String?, source: String = "/suite/vms", type: String, specversion: String = "1.0", data: [String: Any]
    ) throws -> String {
        var event: [String: Any] = [
            "specversion": specversion, "source": source, "type": type, "datacontenttype": "application/json",
            "data": data,
        ]
        event["id"] = id
        let bytes = try JSONSerialization.data(
            withJSONObject: event, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: bytes, as: UTF8.self)
    }

    static func person(_ worker: String, _ person: String?) -> [String: Any] {
        var members: [String: Any] = ["workerId": worker]
        members["personId"] = person
        return members
    }

    /// An engagement of the pathway AAA, accepted, or as the status says.
    static func engagement(
        _ record: String, worker: String, person: String? = nil, source: String = "/suite/vms", revision: Int = 1,
        status: String = "accepted", at time: String = "2013-09-20T00:00:00Z", start: String = "2013-10-01T00:00:00Z",
        extra: [String: Any] = [:]
    ) throws -> String {
        let data: [String: Any] = [
            "id": record, "revision": revision, "eventTime": time, "person": Event.person(worker, person),
            "status": status, "roleCode": "AAA", "plannedStart": start,
        ]
        return try make(
            "\(record):\(revision)", source: source, type: engagementType, data: data.merging(extra) { $1 })
    }

    /// An opt-in to an offering of the miniature's programme.
    static func optIn(
        worker: String, person: String? = nil, source: String = "/suite/vms", programme: String = "oulad",
        at time: String = "2013-09-20T00:00:00Z", id: String? = nil
    ) throws -> String {
        let record = id ?? "optin-\(worker)"
        return try make(
            record, source: source, type: consentType,
            data: [
                "id": record, "revision": 1, "eventTime": time, "person": Event.person(worker, person),
                "decision": "given", "purpose": "participation", "textVersion": "1", "basis": "recorded-by-source",
                "programme": programme, "pathway": "AAA", "offering": "AAA-2013J",
            ])
    }

    /// A score of the offering AAA-2013J.
    static func result(
        _ assessment: String, worker: String, person: String? = nil, source: String = "/suite/vms", score: Any,
        at time: String, id: String? = nil
    ) throws -> String {
        let record = id ?? "result-\(worker)-\(assessment)"
        return try make(
            record, source: source, type: resultType,
            data: [
                "id": record, "revision": 1, "eventTime": time, "person": Event.person(worker, person),
                "programme": "oulad", "offering": "AAA-2013J", "assessment": assessment, "score": score,
                "scale": ["minimum": 0, "maximum": 100],
            ])
    }

    static let engagementType = "guildhall.engagement.recorded.v1"
    static let consentType = "guildhall.consent.recorded.v1"
    static let resultType = "guildhall.assessment-result.recorded.v1"
}
