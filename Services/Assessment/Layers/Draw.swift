import Contracts
import Crypto
import Programmes

/// Which items an attempt gets, and in which order their options stand (ASM-25).
///
/// A pure function of the pool and a seed, which is stored with the attempt: SplitMix64 and the shuffle of Fisher and
/// Yates, written out here so that a newer library draws the same.
enum Draw {
    /// The first eight bytes of SHA-256 of the attempt's id as text.
    static func seed(of attempt: Identifier) -> UInt64 {
        SHA256.hash(data: Array(attempt.description.utf8)).withUnsafeBytes {
            UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self))
        }
    }

    /// The items, in the order in which they are asked.
    static func items(_ quiz: QuizLayer, seed: UInt64) -> [DrawnItem] {
        var random = SeededGenerator(seed: seed)
        return shuffled(quiz.items, &random).prefix(max(0, quiz.draw)).map { item in
            DrawnItem(item: item.id, options: shuffled(item.options.map(\.id), &random))
        }
    }

    private static func shuffled<Value>(_ values: [Value], _ random: inout SeededGenerator) -> [Value] {
        var values = values
        for last in stride(from: values.count - 1, to: 0, by: -1) {
            values.swapAt(last, Int(random.next().multipliedFullWidth(by: UInt64(last + 1)).high))
        }
        return values
    }
}
