/// What somebody who looks at an experiment reads.
struct PilotPeek: Decodable, Sendable {
    struct Finding: Decodable, Sendable {
        var verdict: String
        var variant: String?
    }

    struct Look: Decodable, Sendable {
        var day: String
        var units: [Int]
        var isBlocked: Bool
        var readings: [Reading]
    }

    struct Reading: Decodable, Sendable {
        var variant: String
        var p: Double
    }

    struct Decision: Decodable, Sendable {
        var variant: String
        var decidedOn: String
        var from: String
        var allowed: Finding
        var isFollowed: Bool
        var isInForce: Bool
    }

    struct Guardrail: Decodable, Sendable {
        struct Variant: Decodable, Sendable {
            var variant: String
            var stoppedOn: String?
        }

        var subject: String
        var variants: [Variant]
    }

    var registeredVersion: Int
    var registeredAt: String
    var digest: String
    var exposedBeforeDeclaration: Int
    var finding: Finding
    var looks: [Look]
    var guardrails: [Guardrail]
    var decision: Decision?
}
