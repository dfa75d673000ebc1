import Contracts
import Testing

@testable import enum Contracts.NumberText

@Suite("Exact numbers")
struct NumberTextTests {
    @Test(
        "Decimals are read exactly, however they are written",
        arguments: [
            ("0", 0), ("-0.0", 0), ("78.5", 78_500_000), ("7.85e1", 78_500_000), ("785E-1", 78_500_000),
            ("0.000001", 1), ("-0.000001", -1), ("1.50000000000000000000000", 1_500_000),
            ("9223372036854.775807", Int64.max), ("-9223372036854.775808", Int64.min), ("0e999999999", 0),
        ] as [(String, Int64)])
    func read(text: String, millionths: Int64) {
        #expect(Decimal6(text)?.millionths == millionths)
    }

    @Test(
        "What cannot be held exactly is no number",
        arguments: [
            "", "-", ".", ".5", "5.", "1e", "1e+", "abc", "1.0000001", "9223372036854.775808", "1e13", "1e-7", " 1",
            "1 ", "+1", "1.2.3", "1e99999999999999999999", "0x10", "--1", "１",
        ])
    func refuse(text: String) {
        #expect(Decimal6(text) == nil)
    }

    @Test("Every decimal survives its text")
    func roundTrip() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let digits = Int64.random(in: .min ... .max, using: &random)
            let value = Decimal6(millionths: digits >> Int64(random.next() % 64))
            #expect(Decimal6(value.description) == value, "\(value)")
        }
        #expect(Decimal6(millionths: -78_500_000).description == "-78.5")
        #expect(Decimal6(100).description == "100")
    }

    @Test("A fraction that is too fine is told from a number that is too large")
    func reasons() {
        func read(_ text: String) -> NumberText.Outcome {
            Array(text.utf8).withUnsafeBytes { NumberText.read($0, places: 0) }
        }
        #expect(read("1.5") == .tooFine)
        #expect(read("9223372036854775808") == .tooLarge)
        #expect(read("-9223372036854775808") == .value(.min))
        #expect(read("1.0") == .value(1))
        #expect(read("1e2") == .value(100))
    }
}
