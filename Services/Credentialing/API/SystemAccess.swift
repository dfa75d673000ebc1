import Database
import Messaging
import OpenBadges
import ServiceRuntime

/// Everything that systems reach over HTTP: questions, the Open Badges API, and the leave that both need.
struct SystemAccess: Sendable {
    let database: Database
    let commands: CommandDoor
    let issuer: Issuer
    let vault: KeyVault
    let session: WorkerDoor

    /// Adds the addresses.
    func add(to router: ServiceRouter) {
        let access = AccessCheck(database: database)
        QueryRoutes(commands: commands, access: access).add(to: router)
        EffectsRoutes(database: database, commands: commands, access: access, session: session).add(to: router)
        OpenBadgesRoutes(database: database, access: access, issuer: issuer).add(to: router)
        TokenRoutes(database: database, commands: commands, issuer: issuer).add(to: router)
        AuthorizeRoutes(
            database: database, commands: commands, session: session, issuer: issuer,
            formKey: vault.derived("guildhall authorize form/1")
        ).add(to: router)
        LeaveRoutes(database: database, commands: commands, door: session, base: issuer.base).add(to: router)
    }
}
