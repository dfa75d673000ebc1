import OpenBadges
import ServiceRuntime

@main
struct Main {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if SigningRate.isAsked(arguments) { await SigningRate.run() }
        if SampleCommand.isAsked(arguments) { SampleCommand.run(arguments) }
        await ServiceProgram(
            rules: { try CredentialingHouse($0).rules },
            routes: { router, context in
                let house = try CredentialingHouse(context)
                let pages = PublicPage(database: context.database, issuer: house.issuer, vault: house.vault)
                pages.add(to: router)
                WorkerPage(pages: pages).add(to: router)
                SystemAccess(
                    database: context.database, commands: context.commands, issuer: house.issuer, vault: house.vault,
                    session: pages.door
                ).add(to: router)
            },
            services: { try CredentialingHouse($0).services($0.database, $0.logger) }
        ).run()
    }
}
