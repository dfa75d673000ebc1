/// A power of two by which values of extreme size are multiplied, so that their squares neither overflow nor vanish.
enum Scale {
    /// The factor for these samples together; 1 for values of ordinary size.
    static func factor(_ samples: [Double]...) -> Double {
        let largest = samples.lazy.joined().reduce(0) { max($0, abs($1)) }
        guard largest > 0, abs(largest.exponent) > 300 else { return 1 }
        return Double(sign: .plus, exponent: min(1000, -largest.exponent), significand: 1)
    }
}

extension [Double] {
    /// The values times a factor.
    func scaled(by factor: Double) -> [Double] {
        factor == 1 ? self : map { $0 * factor }
    }
}
