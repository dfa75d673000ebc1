import ArgumentParser

/// Deals with credentials and the keys that sign them.
struct CredentialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credential",
        abstract: """
            Verifies, shows, shares, revokes, renews and erases credentials, turns the keys that sign them, and registers systems.
            """,
        discussion: """
            What is asked of a credential passes the same door as everything else; the command waits for the answer.

            Examples:
              guildhall credential verify badge.png
              guildhall credential revoke 0192f0a4-7c00-7000-8000-000000000001 --condition fraud \\
                --reason 'Reported by the client, case 12.' --by 'R. Eviewer'
              guildhall credential link --source hr --worker W-17 --valid-for 30d
              guildhall credential keys rotate
            """,
        subcommands: [
            CredentialVerifyCommand.self, CredentialShowCommand.self, RevokeCommand.self, SuspendCommand.self,
            LiftCommand.self,
            RenewCommand.self, ShareCommand.self, UnshareCommand.self, CredentialLinkCommand.self,
            CredentialRecogniseCommand.self, CredentialEraseCommand.self, CredentialKeysCommand.self,
            CredentialClientCommand.self,
        ])
}
