/// Asks again and again whether something has come about in another process, which tells nobody.
///
/// - Returns: how long it took.
@discardableResult
func eventually(
    within limit: Duration, _ what: String, every pause: Duration = .milliseconds(100),
    _ condition: () async throws -> Bool
) async throws -> Duration {
    let clock = ContinuousClock()
    let start = clock.now
    while true {
        if try await condition() { return clock.now - start }
        if clock.now - start > limit { throw SuiteFailure("not within \(limit): \(what)") }
        try await Task.sleep(for: pause)
    }
}
