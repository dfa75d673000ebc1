extension Handover {
    /// Everything that a team of replicas goes through, two of them at the beginning and at the end.
    ///
    /// - Parameter pause: how long nothing changes before, between and after changes.
    func everything(pause: Duration) async throws -> [HandoverResult] {
        // The first events make plans and fill caches.
        try await Task.sleep(for: pause)
        var results = [try await quiet(for: pause)]
        results.append(try await join())
        try await Task.sleep(for: pause)
        results.append(try await leave(await team.members[0]))
        try await Task.sleep(for: pause)
        results.append(try await join())
        try await Task.sleep(for: pause)
        results.append(try await kill(await team.members[0]))
        try await Task.sleep(for: pause)
        return results
    }
}
