import ServiceRuntime

/// The onboarding service: contractors and their outside identities, engagements, cases, consents and enrolments.
@main
struct Main {
    static func main() async {
        await ServiceProgram(
            rules: OnboardingRules(),
            routes: { router, context in
                OnboardingRoutes(database: context.database, commands: context.commands).add(to: router)
            }
        ).run()
    }
}
