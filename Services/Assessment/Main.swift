import ServiceRuntime

/// The assessment service: attempts and reviews, results from outside systems, and the outcomes that follow from them.
@main
struct Main {
    static func main() async {
        await ServiceProgram(
            rules: AssessmentRules(),
            routes: { router, context in AssessmentRoutes(database: context.database).add(to: router) }
        ).run()
    }
}
