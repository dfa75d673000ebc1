/// The figures of the records in order, by which another order is judged; computed once.
actor Baseline {
    static let shared = Baseline()

    private var known: Figures?

    func keep(_ figures: Figures) {
        known = figures
    }

    /// The figures; made when nobody has made them yet.
    func figures(_ make: () async throws -> Figures) async throws -> Figures {
        if let known { return known }
        let made = try await make()
        known = made
        return made
    }
}
