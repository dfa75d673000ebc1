import Foundation

/// How numbers are put into English sentences.
enum ReadingNumbers {
    /// A p-value: three digits, and never as nothing.
    static func p(_ value: Double) -> String {
        value < 0.001 ? "below 0.001" : String(format: "%.3f", value)
    }

    /// A share in percent.
    static func percent(_ value: Double) -> String {
        String(format: "%.1f %%", value * 100)
    }

    /// Any other number.
    static func number(_ value: Double) -> String {
        String(format: "%.4g", value)
    }
}
