import ArgumentParser
import Contracts

/// Revokes a credential.
struct RevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revokes a credential by a condition of its definition.")

    @OptionGroup var ask: CredentialAskOptions
    @Option(help: "The id of the condition, as the programme's 'revoked-for' lists it.") var condition: String
    @Option(help: "Why, in a sentence that the worker and verifiers read.") var reason: String

    func run() async throws {
        try await CredentialAsk(
            credential: ask.id, kind: "revoke", condition: condition, reason: reason, requestedBy: ask.by
        ).run(ask)
    }
}

/// Suspends a credential.
struct SuspendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Suspends a credential until a moment.")

    @OptionGroup var ask: CredentialAskOptions
    @Option(help: "The moment it ends, such as 2026-12-31T00:00:00Z.", transform: SuspendCommand.moment)
    var until: Timestamp
    @Option(help: "Why, in a sentence that the worker and verifiers read.") var reason: String

    func run() async throws {
        try await CredentialAsk(
            credential: ask.id, kind: "suspend", reason: reason, until: until, requestedBy: ask.by
        ).run(ask)
    }

    @Sendable static func moment(_ text: String) throws -> Timestamp {
        guard let moment = Timestamp(text) else {
            throw ValidationError("'\(text)' is no moment; write 2026-12-31T00:00:00Z.")
        }
        return moment
    }
}

/// Ends a suspension.
struct LiftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lift", abstract: "Ends a credential's suspension before its time.")

    @OptionGroup var ask: CredentialAskOptions

    func run() async throws {
        try await CredentialAsk(credential: ask.id, kind: "lift", requestedBy: ask.by).run(ask)
    }
}

/// Renews a credential.
struct RenewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew", abstract: "Extends a credential under its id, by the rule of its definition.")

    @OptionGroup var ask: CredentialAskOptions

    func run() async throws {
        try await CredentialAsk(credential: ask.id, kind: "renew", requestedBy: ask.by).run(ask)
    }
}

/// Shares a credential.
struct ShareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share", abstract: "Lets everybody read a credential, as its worker wished.")

    @OptionGroup var ask: CredentialAskOptions

    func run() async throws {
        try await CredentialAsk(credential: ask.id, kind: "share", requestedBy: ask.by).run(ask)
    }
}

/// Shares a credential no more.
struct UnshareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unshare", abstract: "Lets nobody but its worker read a credential any more.")

    @OptionGroup var ask: CredentialAskOptions

    func run() async throws {
        try await CredentialAsk(credential: ask.id, kind: "unshare", requestedBy: ask.by).run(ask)
    }
}
