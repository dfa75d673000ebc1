import ArgumentParser
import Contracts
import Database
import Foundation

/// A request about a credential, on its way to the service that decides it.
struct CredentialAsk: Sendable {
    /// What the service answered.
    struct Answer: Encodable, Sendable {
        var credential: String
        var request: String
        var isGranted: Bool
        var answer: String
    }

    let credential: Identifier
    let kind: String
    var condition: String?
    var reason: String?
    var until: Timestamp?
    let requestedBy: String

    private static let find = Statement("SELECT contractor FROM credentialing_credential WHERE id = $1::uuid")
    private static let ask = Statement(
        """
        WITH asked AS (
            INSERT INTO credentialing_request
                (id, credential, kind, condition, reason, until, requested_by, requested_at)
            VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $7, guildhall_now()))
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        VALUES ($1::uuid, 'credential-request', guildhall_now(), $8::uuid, $9::int4)
        """)
    private static let answer = Statement(
        "SELECT answer FROM credentialing_request WHERE id = $1::uuid AND answered_at IS NOT NULL")

    /// Asks, and waits for the answer; nil when none came in time, though it still may.
    func answer(in database: Database, within limit: Duration) async throws -> Answer? {
        guard let row = try await database.run([Call(CredentialAsk.find, [.uuid(credential)])])[0].first else {
            throw ValidationError("There is no credential \(credential).")
        }
        let contractor = try row.identifier(0)
        var random = SystemRandomNumberGenerator()
        let id = Identifier.v7(
            at: Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)), random: &random)
        _ = try await database.run([
            Call(
                CredentialAsk.ask,
                [
                    .uuid(id), .uuid(credential), .text(kind), .text(condition), .text(reason), .timestamptz(until),
                    .text(requestedBy), .uuid(contractor), .int4(Int32(Partition(of: contractor).number)),
                ])
        ])
        let end = ContinuousClock.now.advanced(by: limit)
        while ContinuousClock.now < end {
            if let row = try await database.run([Call(CredentialAsk.answer, [.uuid(id)])])[0].first {
                let text = try row.text(0)
                return Answer(
                    credential: credential.description, request: id.description, isGranted: text == "granted",
                    answer: text)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        return nil
    }

    /// Asks, waits, and prints what came of it.
    func run(_ options: CredentialAskOptions) async throws {
        let limit = Duration.seconds(options.wait)
        let answer = try await OperatorContext.with(options.options) { context -> Answer? in
            try await self.answer(in: context.database, within: limit)
        }
        guard let answer else {
            print("No answer within \(options.wait) s; the request stands and will be answered.")
            throw ExitCode.failure
        }
        if options.json { try Output.json(answer) } else { print("\(answer.credential): \(answer.answer)") }
        if !answer.isGranted { throw ExitCode.failure }
    }
}

/// What every request about a credential needs.
struct CredentialAskOptions: ParsableArguments {
    @OptionGroup var options: OperatorOptions
    @Argument(help: "The credential's id.", transform: DeadLettersCommand.identifier) var id: Identifier
    @Option(help: "Who asks: a person's name, which the audit trail keeps.") var by: String
    @Option(help: "Seconds to wait for the answer.") var wait = 30
    @Flag(help: "Print JSON.") var json = false
}
