import ArgumentParser

/// `guildhall programme`: programmes as text, checked and published.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme",
        abstract: "Check, publish and list programmes.",
        discussion: """
            A programme is a YAML text. What is published is never changed: another text is another version, and every \
            decision names the version it used.

            EXAMPLES
              guildhall programme check deploy/examples/oulad/programme.yaml
              guildhall programme publish deploy/examples/oulad/programme.yaml
              guildhall programme list --json
            """,
        subcommands: [ProgrammeCheckCommand.self, ProgrammePublishCommand.self, ProgrammeListCommand.self])
}
