import Contracts
import Crypto

/// What a worker is told of the rewards before enrolling: every reward, its condition, amount and dates (INC-21).
///
/// The same for everybody who meets the same conditions (INC-22): it is a pure function of the published programme, the
/// pathway and the variants that the worker follows.
public struct RewardStatement: Hashable, Sendable {
    /// Twelve hexadecimal digits of the SHA-256 over its lines; equal for equal statements.
    public let version: String
    /// A line for each reward and the tax note last, in the order of the programme.
    public let lines: [RewardStatementLine]

    /// A statement of these lines.
    public init(lines: [RewardStatementLine]) {
        self.lines = lines
        var hash = SHA256()
        for line in lines { hash.update(data: Array("\(line.text)\n".utf8)) }
        version = hash.finalize().prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
