import Contracts
import ServiceRuntime
import Testing

@testable import CredentialingService

@Suite("CRD-02: what a verifier is answered")
struct PublicPageTests {
    @Test(
        "a credential is sent as such, and as plain JSON to those who know no better",
        arguments: [
            (nil, "application/vc"), ("*/*", "application/vc"), ("application/json", "application/json"),
            ("application/vc, application/json", "application/vc"), ("application/vc+jwt", "application/vc+jwt"),
            ("application/json;q=0.5, application/vc+jwt;q=0.9", "application/vc+jwt"),
            ("application/json;q=0, image/png", "application/vc"),
        ] as [(String?, String)])
    func mediaType(_ accept: String?, _ expected: String) {
        #expect(DocumentForm(accepting: accept).mediaType == expected)
    }

    @Test(
        "entity tags are compared weakly, alone or in a list",
        arguments: [
            (nil, false), ("\"a\"", true), ("W/\"a\"", true), ("\"b\", \"a\"", true), ("*", true), ("\"b\"", false),
        ] as [(String?, Bool)])
    func entityTags(_ field: String?, _ matches: Bool) {
        #expect(EntityTags.match(field, "\"a\"") == matches)
    }

    @Test("the status names its moment and the moment of the answer")
    func standing() {
        let standing = CredentialStanding(
            status: "revoked", reason: "outcome corrected", since: Timestamp(microseconds: 0),
            validFrom: Timestamp(microseconds: 0), validUntil: Timestamp(microseconds: 1_000_000),
            checkedAt: Timestamp(microseconds: 2_000_000))
        #expect(
            standing.json(of: "https://x.example/1").description
                == "{\"id\":\"https://x.example/1\",\"status\":\"revoked\",\"reason\":\"outcome corrected\","
                + "\"since\":\"1970-01-01T00:00:00Z\",\"validFrom\":\"1970-01-01T00:00:00Z\","
                + "\"validUntil\":\"1970-01-01T00:00:01Z\",\"checkedAt\":\"1970-01-01T00:00:02Z\"}")
    }
}
