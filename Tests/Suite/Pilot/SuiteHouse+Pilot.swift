import Contracts
import Foundation
import Messaging

extension SuiteHouse {
    /// Publishes a version of a pilot's programme.
    func publish(_ programme: PilotProgramme, decision: String = "") async throws {
        let file = folder.appendingPathComponent("data/\(programme.id)-\(UUID().uuidString).yaml")
        try Data(try programme.text(decision: decision).utf8).write(to: file)
        try await guildhall(["programme", "publish", file.path]).checked()
    }

    /// Says what happens on a day of a pilot, and waits until the metrics service has heard of it.
    func live(_ day: Int, _ workers: [PilotWorker]) async throws {
        try await set(clock: PilotCalendar.noon(day))
        let invited = workers.filter { $0.invitedOn == day }
        try await tell(try invited.map { try $0.invitation() })
        var said: [String] = []
        for (batch, some) in Dictionary(grouping: workers.filter { $0.signsUpOn == day }, by: \.batch) {
            let links = try await self.links(of: batch)
            for worker in some {
                guard let link = links["\(worker.contractor)"] else { throw SuiteFailure("no link of \(worker.id)") }
                said.append(try worker.signUp(link: link, on: day))
            }
        }
        try await tell(said)
        try await tell(try workers.filter { $0.leavesOn == day }.map { try $0.optOut(on: day) })
        func happened(_ moment: (PilotWorker) -> Int?) -> Int64 {
            Int64(workers.count { moment($0).map { $0 <= day } ?? false })
        }
        let expected = [happened(\.invitedOn), happened(\.signsUpOn), happened(\.leavesOn)]
        try await eventually(within: .seconds(30), "day \(day) is known to metrics", every: .milliseconds(10)) {
            let counts = [
                try await number("SELECT count(*) FROM metrics_invitation"),
                try await number("SELECT count(*) FROM metrics_enrolment"),
                try await number("SELECT count(*) FROM metrics_enrolment WHERE status = 'withdrawn'"),
            ]
            return counts == expected
        }
    }

    private func tell(_ events: [String]) async throws {
        if events.isEmpty { return }
        let outcomes = try await ask(
            try events.map { event in
                let type = try JSONSerialization.jsonObject(with: Data(event.utf8)) as? [String: Any]
                return inbound(Array(event.utf8), type: type?["type"] as? String ?? "")
            })
        for (event, outcome) in zip(events, outcomes) where outcome?.outcome != "accepted" {
            throw SuiteFailure("\(String(describing: outcome)) of \(event)")
        }
    }

    private func links(of batch: String) async throws -> [String: String] {
        struct Batch: Decodable {
            struct Invitation: Decodable {
                var contractor: String
                var link: String
            }

            var invitations: [Invitation]
        }
        let answer = try await get("/invitations?batch=\(batch)", atPort: port(of: .onboarding))
        guard answer.status == 200 else { throw SuiteFailure("\(answer.status) for batch \(batch)") }
        let invitations = try JSONDecoder().decode(Batch.self, from: answer.body).invitations
        return Dictionary(invitations.map { ($0.contractor, $0.link) }) { first, _ in first }
    }

    /// Looks at a pilot's experiment as of a day.
    func peek(_ programme: PilotProgramme, on day: Int) async throws -> PilotPeek {
        let path = "/experiments/\(programme.id)/\(PilotProgramme.experiment)?as-of=\(PilotCalendar.day(day))"
        let answer = try await get(path, atPort: port(of: .metrics))
        guard answer.status == 200 else {
            throw SuiteFailure("\(path) answered \(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
        }
        return try JSONDecoder().decode(PilotPeek.self, from: answer.body)
    }

    /// The variant that each worker's invitation follows, by contractor.
    func followed(_ programme: PilotProgramme) async throws -> [String: String] {
        let rows = try await lines(
            """
            SELECT contractor || ' ' || variants[array_position(experiments, '\(PilotProgramme.experiment)')]
            FROM onboarding_invitation WHERE programme = '\(programme.id)'
            """)
        return Dictionary(
            rows.map { $0.split(separator: " ") }.map { (String($0[0]), String($0[1])) }, uniquingKeysWith: { $1 })
    }

    /// The variant that each worker met first, by contractor.
    func met(_ programme: PilotProgramme) async throws -> [String: String] {
        let rows = try await lines(
            "SELECT contractor || ' ' || variant FROM metrics_exposure WHERE programme = '\(programme.id)'")
        return Dictionary(
            rows.map { $0.split(separator: " ") }.map { (String($0[0]), String($0[1])) }, uniquingKeysWith: { $1 })
    }
}
