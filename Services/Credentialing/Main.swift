import ServiceRuntime

@main
struct Main {
    static func main() async {
        await ServiceProgram(
            rules: { try CredentialingHouse($0).rules },
            routes: { router, context in
                let house = try CredentialingHouse(context)
                PublicPage(database: context.database, issuer: house.issuer, key: house.key).add(to: router)
            }
        ).run()
    }
}
