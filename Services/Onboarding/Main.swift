import ServiceRuntime

/// The onboarding service: contractors and their outside identities, engagements, consents and enrolments.
@main
struct Main {
    static func main() async {
        await ServiceProgram(rules: OnboardingRules()).run()
    }
}
