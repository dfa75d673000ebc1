import ServiceRuntime

/// The metrics service: figures from what the other services tell.
@main
struct Main {
    static func main() async {
        await ServiceProgram(
            rules: { _ in MetricsRules() },
            routes: { router, context in KPIRoutes(database: context.database).add(to: router) },
            services: { [ExperimentWatch(database: $0.database, logger: $0.logger)] }
        ).run()
    }
}
