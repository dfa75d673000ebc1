import ServiceRuntime

/// The incentives service: pools, premiums, stipends, grants, stories and priorities, with budgets and the ledger.
@main
struct Main {
    static func main() async {
        await ServiceProgram(
            rules: IncentivesRules(),
            routes: { router, context in RewardRoutes(database: context.database).add(to: router) }
        ).run()
    }
}
