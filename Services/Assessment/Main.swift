import ServiceRuntime

/// The assessment service: results from outside systems, and the outcomes that follow from them.
@main
struct Main {
    static func main() async {
        await ServiceProgram(rules: AssessmentRules()).run()
    }
}
