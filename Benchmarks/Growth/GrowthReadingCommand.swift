import ArgumentParser
import Contracts
import Database

/// Prints what the database has counted so far.
struct GrowthReadingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth-reading",
        abstract: "Prints what the database has counted of a service's tables, once nobody else is connected.")

    @OptionGroup var options: BenchOptions
    @Argument var service: ServiceName

    func run() async throws {
        let database = try options.house.database()
        try Print.line(try await GrowthReading(of: service, database))
        await database.close()
    }
}
