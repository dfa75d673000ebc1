import Testing

/// Holds a figure against a published one, by the tolerance of the conventions.
func expect(
    _ got: Double?, near want: Double, within tolerance: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation,
) {
    guard let got else {
        Issue.record("undefined instead of \(want)", sourceLocation: sourceLocation)
        return
    }
    #expect(abs(got - want) <= tolerance * max(1, abs(want)), "\(got), not \(want)", sourceLocation: sourceLocation)
}
