import Contracts
import Database
import Logging
import OpenBadges
import ServiceLifecycle
import ServiceRuntime

/// What the service is built from: the issuer and the vault of its keys, read once from the settings.
struct CredentialingHouse: Sendable {
    /// Who issues.
    let issuer: Issuer
    /// The vault of the issuer's keys.
    let vault: KeyVault

    /// The house of a program's settings.
    init(_ context: ServiceContext) throws {
        vault = KeyVault(
            master: try context.key(KeySetting.credentialSigning, at: context.settings.keys.credentialSigning))
        issuer = Issuer(base: context.settings.publicBaseURL, name: "Guildhall")
    }

    /// The rules, with fresh salts from the system's generator.
    var rules: CredentialingRules {
        CredentialingRules(
            issuer: issuer, vault: vault, salt: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
    }

    /// The work beside messages.
    func services(_ database: Database, _ logger: Logger) -> [any Service] {
        [
            Keeper(database: database, vault: vault, logger: logger),
            StatusPublisher(database: database, issuer: issuer, vault: vault, logger: logger),
        ]
    }
}
