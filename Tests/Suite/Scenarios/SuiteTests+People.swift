import Foundation
import Testing

extension SuiteTests {
    @Test(
        "ONB-27, ASM-04, CRD-01: two ids of one person earn one credential, whenever the link is known",
        .timeLimit(.minutes(3)))
    func merge() async throws {
        try await SuiteHouse.with("merge") { house in
            _ = try await house.publishedSample(people: 1, seed: 1)
            // Who was seen first stands for both.
            let later = "2013-09-21T00:00:00Z"
            // A: the person is known from the beginning. Half the coursework under each id.
            try await house.publishAccepted(
                [
                    Event.engagement("A-1", worker: "A1", person: "P-A"), Event.optIn(worker: "A1", person: "P-A"),
                    Event.engagement("A-2", worker: "A2", person: "P-A", at: later),
                ] + house.coursework("A1", "A2", person: "P-A"))
            // B: both opted in and were judged apart, then a revision names the person.
            try await house.publishAccepted(
                [
                    Event.engagement("B-1", worker: "B1"), Event.optIn(worker: "B1"),
                    Event.engagement("B-2", worker: "B2", at: later), Event.optIn(worker: "B2", at: later),
                ] + house.coursework("B1", "B2", person: nil))
            // C: the same person id of two sources says nothing.
            try await house.publishAccepted(
                [
                    Event.engagement("C-1", worker: "C1", person: "P-C"), Event.optIn(worker: "C1", person: "P-C"),
                    Event.engagement("C-2", worker: "C2", person: "P-C", source: "/suite/other"),
                    Event.optIn(worker: "C2", person: "P-C", source: "/suite/other"),
                ] + house.coursework("C1", "C2", person: "P-C", sources: ["/suite/vms", "/suite/other"]))
            try await house.drain()
            house.expectSame(try await house.holders(), ["A1 AAA-2013J 2014-01-10"], "holders")

            try await house.publishAccepted([
                Event.engagement("B-1", worker: "B1", person: "P-B", revision: 2, status: "active"),
                Event.engagement("B-2", worker: "B2", person: "P-B", revision: 2, status: "active"),
            ])
            try await house.drain()
            house.expectSame(
                try await house.holders(), ["A1 AAA-2013J 2014-01-10", "B1 AAA-2013J 2014-01-10"], "holders")
            let people = try await house.number("SELECT count(DISTINCT canonical) FROM onboarding_contractor")
            #expect(people == 4)
            for service in ["assessment", "credentialing", "incentives", "metrics"] {
                let disagreeing = try await house.number(
                    """
                    SELECT count(*) FROM onboarding_contractor o JOIN \(service)_contractor s USING (id)
                    WHERE o.canonical <> s.canonical
                    """)
                #expect(disagreeing == 0, "\(service) knows the links")
            }
            let pooled = try await house.number("SELECT count(DISTINCT credential) FROM incentives_pool_membership")
            #expect(pooled == 2)
            try await house.expectConsistency()
            try await house.expectNothingLeft()
        }
    }
}

extension SuiteHouse {
    /// Four results with a mean that passes, while neither half does: 24 of 100 under each id.
    fileprivate func coursework(
        _ one: String, _ other: String, person: String?, sources: [String] = ["/suite/vms", "/suite/vms"]
    ) throws -> [String] {
        try [
            ("100", one, 80, "2013-11-01"), ("101", one, 80, "2013-11-20"), ("102", other, 60, "2013-12-10"),
            ("103", other, 60, "2014-01-10"),
        ].map { assessment, worker, score, day in
            try Event.result(
                assessment, worker: worker, person: person, source: worker == one ? sources[0] : sources[1],
                score: score, at: "\(day)T00:00:00Z")
        }
    }

    /// Who holds which credential since when: the canonical contractor's oldest worker id.
    fileprivate func holders() async throws -> [String] {
        try await lines(
            """
            SELECT concat_ws(' ', i.worker_id, c.offering, (c.awarded_at AT TIME ZONE 'UTC')::date)
            FROM credentialing_credential c JOIN onboarding_identity i ON i.contractor = c.holder
            WHERE c.status <> 'revoked'
            """)
    }
}
