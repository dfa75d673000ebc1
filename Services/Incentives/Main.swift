import ServiceRuntime

@main
struct Main {
    static func main() async {
        await ServiceProgram(rules: IncentivesRules()).run()
    }
}
