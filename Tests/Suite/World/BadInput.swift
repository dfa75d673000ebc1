/// An event that must be refused, and why.
struct BadInput {
    var name: String
    /// Its CloudEvents id, if one can be read.
    var id: String?
    var code: String
    /// What the sentence must mention.
    var says: String
    var line: String

    /// One of every kind.
    static var cases: [BadInput] {
        get throws {
            func make(_ id: String, _ data: [String: Any]) throws -> String {
                try Event.make(id, type: Event.engagementType, data: data)
            }
            let good: [String: Any] = [
                "id": "bad", "revision": 1, "eventTime": "2013-09-20T00:00:00Z", "person": ["workerId": "W-bad"],
                "status": "accepted", "roleCode": "AAA",
            ]
            let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
            let event = try make("bad-deep", good)
            let large = good.merging(["roleTitle": String(repeating: "x", count: 300_000)]) { $1 }
            return [
                BadInput(
                    name: "wrong specversion", id: "bad-version", code: "invalid-envelope", says: "specversion",
                    line: try Event.make("bad-version", type: Event.engagementType, specversion: "0.3", data: good)),
                BadInput(
                    name: "no id", id: nil, code: "invalid-envelope", says: "id",
                    line: try Event.make(nil, type: Event.engagementType, data: good)),
                BadInput(
                    name: "unknown type", id: "bad-type", code: "unknown-type", says: "guildhall.nothing.recorded.v1",
                    line: try Event.make("bad-type", type: "guildhall.nothing.recorded.v1", data: good)),
                BadInput(
                    name: "unknown version", id: "bad-type-version", code: "unknown-type",
                    says: "guildhall.engagement.recorded.v9",
                    line: try Event.make("bad-type-version", type: "guildhall.engagement.recorded.v9", data: good)),
                BadInput(
                    name: "missing field", id: "bad-missing", code: "missing-field", says: "roleCode",
                    line: try make("bad-missing", good.filter { $0.key != "roleCode" })),
                BadInput(
                    name: "mistyped field", id: "bad-typed", code: "invalid-data", says: "revision",
                    line: try make("bad-typed", good.merging(["revision": "one"]) { $1 })),
                BadInput(
                    name: "number out of range", id: "bad-range", code: "invalid-data", says: "revision",
                    line: try make("bad-range", good.merging(["revision": -1]) { $1 })),
                BadInput(
                    name: "score out of its scale", id: "bad-score", code: "invalid-data", says: "score",
                    line: try Event.result(
                        "100", worker: "W-bad", score: 101, at: "2013-11-01T00:00:00Z", id: "bad-score")),
                BadInput(
                    name: "unknown programme", id: "bad-programme", code: "unknown-programme", says: "nowhere",
                    line: try Event.optIn(worker: "W-bad", programme: "nowhere", id: "bad-programme")),
                BadInput(
                    name: "too deep", id: "bad-deep", code: "too-deep", says: "32",
                    line: event.replacing(#""roleCode":"AAA""#, with: #""deep":\#(deep),"roleCode":"AAA""#)),
                BadInput(
                    name: "too large", id: nil, code: "too-large", says: "262144",
                    line: try make("bad-large", large)),
            ]
        }
    }
}
