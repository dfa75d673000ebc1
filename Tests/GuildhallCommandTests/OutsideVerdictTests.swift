import Testing

@testable import GuildhallCommand
@testable import OpenBadges

@Suite("CRD-28: whether a verification is good enough to recognise a credential")
struct OutsideVerdictTests {
    private func report(_ bytes: [UInt8]) async -> VerificationReport {
        let source = CredentialSource { url, _ in .failure(.unavailable("\(url) is down")) }
        return await BadgeVerifier(source: source, now: Moment(seconds: 1_700_000_000)).verify(bytes)
    }

    @Test("a check that failed stands in the way, is named, and can be accepted by nobody")
    func failed() async {
        let report = await report(Array("nonsense".utf8))
        let obstacle = OutsideVerdict(report, accepting: ["form", "signature", "status"]).obstacle
        #expect(obstacle?.hasPrefix("the check 'form' failed: ") == true)
        #expect(OutsideVerdict.record(of: report).contains("\"check\":\"form\""))
    }

    @Test("a check that was not made stands in the way, is named, and counts when a person accepts it by name")
    func unknown() {
        let empty = VerificationReport()
        let names = VerificationCheck.Name.allCases.map(\.rawValue)
        #expect(OutsideVerdict(empty, accepting: []).obstacle?.hasPrefix("the check 'form' is unknown") == true)
        #expect(
            OutsideVerdict(empty, accepting: Set(names.dropLast())).obstacle?
                .hasPrefix("the check 'status' is unknown") == true)
        #expect(OutsideVerdict(empty, accepting: Set(names)).obstacle == nil)
    }
}
