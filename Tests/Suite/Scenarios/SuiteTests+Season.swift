import Contracts
import Foundation
import Testing

extension SuiteTests {
    /// The whole story of a delivered programme, from invitation to renewal, told by the operator's own rehearsal.
    @Test(
        "INC-26, ONB-02, ONB-10, MET-06: a season delivered twice and shuffled comes to what it comes to in order",
        .timeLimit(.minutes(12)))
    func season() async throws {
        guard let start = Timestamp("2024-08-31T18:00:00Z") else { throw SuiteFailure("no time") }
        var figures: [[String: String]] = []
        for delivery in [[], ["--twice-shuffled", "3"]] {
            try await SuiteHouse.with("season-\(figures.count)", clock: start) { house in
                let programme = SuiteEnvironment.root.appendingPathComponent(
                    "deploy/examples/seasonal-retail/programme.yaml")
                try await house.guildhall(["programme", "publish", programme.path]).checked()
                let printed = try await house.guildhall(
                    ["rehearse", "--workers", "8", "--seed", "5", "--json"] + delivery, within: .seconds(300)
                ).checked()
                figures.append(try SuiteHouse.members(of: printed, without: ["messages"]))
                let issued = try await house.number("SELECT count(*) FROM credentialing_credential")
                let told = try await house.number("SELECT count(*) FROM onboarding_notice WHERE kind = 'reminder'")
                #expect(issued > 0 && told > 0, "\(issued) credentials, \(told) reminders")
                house.expectSame(
                    try await house.lines(
                        "SELECT series FROM onboarding_notice GROUP BY series, kind, number HAVING count(*) > 1"),
                    [], "told twice")
                house.expectSame(
                    try await house.lines("SELECT unit FROM incentives_balance GROUP BY unit HAVING sum(balance) <> 0"),
                    [], "out of balance")
                try await house.expectNothingLeft()
            }
        }
        for (name, value) in figures[0] { #expect(figures[1][name] == value, "\(name) differs") }
        #expect(figures[0].keys == figures[1].keys)
    }
}

extension SuiteHouse {
    /// The members of a JSON object, each as a text that is equal for equal values.
    fileprivate static func members(of text: String, without left: Set<String>) throws -> [String: String] {
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw SuiteFailure("no JSON object was printed")
        }
        return try object.filter { !left.contains($0.key) }.mapValues { value in
            let bytes = try JSONSerialization.data(withJSONObject: [value], options: [.sortedKeys])
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
