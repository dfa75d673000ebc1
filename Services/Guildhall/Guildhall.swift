import ArgumentParser
import Foundation
import ServiceRuntime

/// The operator's command.
@main
struct Guildhall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guildhall",
        abstract: "Runs, feeds and inspects a Guildhall suite.",
        discussion: """
            Every command that prints has --json. The exit status is 0 when all is well, 1 when something was found or
            failed, 64 when the command line or the settings are wrong.

            Examples:
              guildhall programme publish deploy/examples/oulad/programme.yaml
              guildhall import --mapping deploy/examples/oulad/mapping.yaml ../shared/data/oulad
              guildhall drain --timeout 300
              guildhall report reconcile --json
            """,
        subcommands: [
            MigrateCommand.self, ProgrammeCommand.self, CredentialCommand.self, ContractsCommand.self,
            PublishCommand.self,
            ImportCommand.self, DrainCommand.self, StatusCommand.self, RefusedCommand.self,
            DeadLettersCommand.self, ReportCommand.self, AuditCommand.self, IntegratorCommand.self,
            ExperimentCommand.self, StatisticsCommand.self, RehearsalCommand.self, SuperviseCommand.self,
        ])

    static func main() async {
        do {
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            endProcess(0)
        } catch {
            let status = exitCode(for: error)
            let text = fullMessage(for: error)
            if !text.isEmpty {
                // Help that was asked for is no failure.
                status.isSuccess ? print(text) : FileHandle.standardError.write(Data("\(text)\n".utf8))
            }
            endProcess(status.rawValue)
        }
    }
}
