extension Readiness.Report {
    /// The report as `/readyz` answers it.
    var json: JSONValue {
        .object([
            ("ready", .bool(isReady)),
            (
                "checks",
                .object(
                    outcomes.map { name, outcome in
                        switch outcome {
                        case .pass(nil): (name, .object([("ok", .bool(true))]))
                        case .pass(let detail?): (name, .object([("ok", .bool(true)), ("detail", .string(detail))]))
                        case .fail(let detail): (name, .object([("ok", .bool(false)), ("detail", .string(detail))]))
                        }
                    })
            ),
        ])
    }
}
