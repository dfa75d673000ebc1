import ArgumentParser

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
}
