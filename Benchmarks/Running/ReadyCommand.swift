import ArgumentParser
import Contracts

/// Waits until a service is ready.
struct ReadyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready", abstract: "Returns when a service says that it is ready.")

    @OptionGroup var options: BenchOptions
    @Argument var service: ServiceName

    func run() async throws {
        try await StatusClient(options.house).answer(to: "/readyz", of: service, within: .seconds(60))
    }
}

extension ServiceName: ExpressibleByArgument {}
