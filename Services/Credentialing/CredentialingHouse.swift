import Contracts
import ServiceRuntime

/// What the service is built from: the issuer and its key, read once from the settings.
struct CredentialingHouse: Sendable {
    /// Who issues.
    let issuer: Issuer
    /// The issuer's key.
    let key: SigningKey

    /// The house of a program's settings.
    init(_ context: ServiceContext) throws {
        let seed = try context.key(KeySetting.credentialSigning, at: context.settings.keys.credentialSigning)
        key = try SigningKey(seed: seed)
        issuer = Issuer(base: context.settings.publicBaseURL, name: "Guildhall")
    }

    /// The rules, with fresh salts from the system's generator.
    var rules: CredentialingRules {
        CredentialingRules(
            issuer: issuer,
            signer: EdDSAJCSSigner(key: key.secret, verificationMethod: issuer.verificationMethod(of: key)),
            salt: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
    }
}
