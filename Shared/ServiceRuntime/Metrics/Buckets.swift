/// Bounds of histograms.
public enum Buckets {
    /// From half a millisecond to a minute, in seconds.
    public static let seconds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
    ]

    /// From one to a thousand, for counts of messages.
    public static let counts: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 350, 500, 1000]
}
