/// The figures of a web listener.
struct WebMetrics: Sendable {
    private let registry: MetricsRegistry

    init(_ registry: MetricsRegistry) {
        self.registry = registry
    }

    func observe(method: String, route: String, status: Int, seconds: Double) {
        // A method is what a stranger sends; only the common ones become labels.
        let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        let method = known.contains(method) ? method : "other"
        registry.counter(
            "guildhall_http_requests_total", "Requests answered.",
            [("method", method), ("route", route), ("status", String(status))]
        ).increment()
        registry.histogram(
            "guildhall_http_request_seconds", "Seconds from a request's head to its answer.", [("route", route)]
        ).observe(seconds)
    }
}
