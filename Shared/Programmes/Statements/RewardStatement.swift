import Contracts
import Crypto

/// What a worker is told of the rewards before enrolling: every reward, its condition, amount, dates and tax (INC-21).
///
/// The same for everybody who meets the same conditions (INC-22): it is a pure function of the published programme, the
/// pathway and the variants that the worker follows.
public struct RewardStatement: Hashable, Sendable {
    /// Twelve hexadecimal digits of the SHA-256 over its lines and its tax note; equal for equal statements.
    public let version: String
    /// A line for the badge and then for each reward, in the order of the programme.
    public let lines: [RewardStatementLine]
    /// How the rewards are taxed, in the programme's languages; nil where there is nothing to tax.
    public let taxNote: WorkerText?

    /// A statement of these lines.
    public init(lines: [RewardStatementLine], taxNote: WorkerText? = nil) {
        self.lines = lines
        self.taxNote = taxNote
        var hash = SHA256()
        for line in lines { hash.update(data: Array("\(line.text)\n".utf8)) }
        if let taxNote { hash.update(data: Array("tax | \(taxNote.id) | \(taxNote.version)\n".utf8)) }
        version = hash.finalize().prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Whether there is a reward beside the badge that the pathway ends in (ONB-13).
    public var bringsReward: Bool { lines.contains { $0.kind != .publicBadge } }
}
