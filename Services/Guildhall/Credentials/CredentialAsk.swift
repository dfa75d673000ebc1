import ArgumentParser
import Contracts
import Database
import Foundation

/// A request about a credential or about a contractor, on its way to the service that decides it.
struct CredentialAsk: Sendable {
    /// What the service answered.
    struct Answer: Encodable, Sendable {
        var credential: String?
        var contractor: String?
        var request: String
        var isGranted: Bool
        var answer: String
    }

    /// What it is about.
    enum Subject: Hashable, Sendable {
        case credential(Identifier)
        case contractor(Identifier)

        /// Its id, as people read it.
        var text: String {
            switch self {
            case .credential(let id), .contractor(let id): id.description
            }
        }
    }

    /// A credential of another issuer that is handed in with the request.
    struct Outside: Sendable {
        var programme: String
        var pathway: String
        var document: [UInt8]
        var digest: [UInt8]
        var name: String
        var issuer: String
        var verdict: String
        var report: String
        var acceptedUnknown: [String]
    }

    let subject: Subject
    let kind: String
    var condition: String?
    var reason: String?
    var until: Timestamp?
    let requestedBy: String
    var outside: Outside?

    init(
        credential: Identifier, kind: String, condition: String? = nil, reason: String? = nil, until: Timestamp? = nil,
        requestedBy: String
    ) {
        self.init(
            subject: .credential(credential), kind: kind, condition: condition, reason: reason, until: until,
            requestedBy: requestedBy)
    }

    init(
        subject: Subject, kind: String, condition: String? = nil, reason: String? = nil, until: Timestamp? = nil,
        requestedBy: String, outside: Outside? = nil
    ) {
        self.subject = subject
        self.kind = kind
        self.condition = condition
        self.reason = reason
        self.until = until
        self.requestedBy = requestedBy
        self.outside = outside
    }

    private static let find = Statement("SELECT contractor FROM credentialing_credential WHERE id = $1::uuid")
    private static let ask = Statement(
        """
        WITH asked AS (
            INSERT INTO credentialing_request
                (id, credential, kind, condition, reason, until, requested_by, requested_at, contractor)
            VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $7, guildhall_now(), $10::uuid))
        INSERT INTO credentialing_timer (key, kind, due, contractor, partition)
        VALUES ($1::uuid, 'credential-request', guildhall_now(), $8::uuid, $9::int4)
        """)
    private static let handIn = Statement(
        """
        INSERT INTO credentialing_outside (
            id, contractor, programme, pathway, document, digest, name, issuer, verdict, report, accepted_unknown)
        VALUES ($1::uuid, $2::uuid, $3, $4, $5::bytea, $6::bytea, $7, $8, $9, $10, $11::text[])
        """)
    private static let answer = Statement(
        "SELECT answer FROM credentialing_request WHERE id = $1::uuid AND answered_at IS NOT NULL")

    /// Asks, and waits for the answer; nil when none came in time, though it still may.
    func answer(in database: Database, within limit: Duration) async throws -> Answer? {
        let (credential, about): (Identifier?, Identifier?)
        let contractor: Identifier
        switch subject {
        case .credential(let id):
            guard let row = try await database.run([Call(CredentialAsk.find, [.uuid(id)])])[0].first else {
                throw ValidationError("There is no credential \(id).")
            }
            (credential, about, contractor) = (id, nil, try row.identifier(0))
        case .contractor(let id): (credential, about, contractor) = (nil, id, id)
        }
        var random = SystemRandomNumberGenerator()
        let id = Identifier.v7(
            at: Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)), random: &random)
        var calls: [Call] = []
        if let outside {
            calls.append(
                Call(
                    CredentialAsk.handIn,
                    [
                        .uuid(id), .uuid(contractor), .text(outside.programme), .text(outside.pathway),
                        .bytea(outside.document), .bytea(outside.digest), .text(outside.name), .text(outside.issuer),
                        .text(outside.verdict), .text(outside.report), .texts(outside.acceptedUnknown),
                    ]))
        }
        calls.append(
            Call(
                CredentialAsk.ask,
                [
                    .uuid(id), .uuid(credential), .text(kind), .text(condition), .text(reason), .timestamptz(until),
                    .text(requestedBy), .uuid(contractor), .int4(Int32(Partition(of: contractor).number)),
                    .uuid(about),
                ]))
        _ = try await database.run(calls)
        let end = ContinuousClock.now.advanced(by: limit)
        while ContinuousClock.now < end {
            if let row = try await database.run([Call(CredentialAsk.answer, [.uuid(id)])])[0].first {
                let text = try row.text(0)
                return Answer(
                    credential: credential?.description, contractor: about?.description, request: id.description,
                    isGranted: text == "granted", answer: text)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        return nil
    }

    /// Asks, waits, and prints what came of it.
    func run(_ options: CredentialAskOptions) async throws {
        let answer = try await OperatorContext.with(options.options) { context in
            try await granted(in: context.database, within: options.wait, quietly: options.json)
        }
        if options.json { try Output.json(answer) }
        if !answer.isGranted { throw ExitCode.failure }
    }

    /// Asks and waits; says what came of it unless something else will.
    func granted(in database: Database, within seconds: Int, quietly: Bool) async throws -> Answer {
        guard let answer = try await answer(in: database, within: .seconds(seconds)) else {
            print("No answer within \(seconds) s; the request stands and will be answered.")
            throw ExitCode.failure
        }
        if !quietly { print("\(subject.text): \(answer.answer)") }
        return answer
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
