import ArgumentParser
import Messaging

/// Measures the five services in a chain: the last results of everybody, up to what follows from their credentials.
struct HopsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hops",
        abstract: "Measures the five services in a chain on a full first queue.",
        discussion: """
            Everybody is engaged, takes part and lacks one result. It decides an outcome in assessment, for which \
            credentialing issues a credential, of which onboarding, incentives and metrics hear; incentives gives a \
            place in a pool, of which metrics hears.
            """,
        subcommands: [HopsPrepareCommand.self, HopsLoadCommand.self, HopsMeasureCommand.self])
}

/// What all three have to agree on.
struct HopsOptions: ParsableArguments {
    @OptionGroup var bench: BenchOptions
    @Option(help: "How many people, each with one last result.") var people = 20_000

    /// The records about them.
    func records() throws -> BenchRecords {
        let house = bench.house
        let user = try house.operatorUser()
        return BenchRecords(BenchPeople(ofAllPartitions: people), user: user)
    }

    /// Publishes one record of a kind about everybody.
    func publish(_ record: @escaping @Sendable (Int) -> OutgoingMessage) async throws {
        try await StageMessages.Filling(count: people, publisher: BenchHouse.operator, message: record)
            .publish(bench.house)
    }
}
