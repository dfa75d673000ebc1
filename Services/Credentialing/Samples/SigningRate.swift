import Contracts
import Crypto
import Foundation
import OpenBadges
import Programmes

/// `credentialing rate`: how many credentials one core makes ready a second, beside what the machine signs at all.
enum SigningRate {
    /// Whether the arguments ask for it.
    static func isAsked(_ arguments: [String]) -> Bool {
        arguments.first == "rate"
    }

    /// Measures, prints and ends the process.
    static func run() async -> Never {
        do {
            try await measure()
            exit(0)
        } catch {
            FileHandle.standardError.write(Data("credentialing: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure() async throws {
        let now = Timestamp(microseconds: 1_780_000_000_000_000)
        let writer = try SampleWriter(folder: NSTemporaryDirectory() + "guildhall-rate", now: now)
        let (badge, signer) = try writer.everything()
        let message = [UInt8](repeating: 7, count: 64)
        let raw = try rate { _ = try signer.keys.embedded.signature(for: message) }
        let rawToken = try rate { _ = try signer.keys.token.signature(for: message) }
        let quads = try rate { _ = try badge.canonicalQuads() }
        let documents = try rate { _ = try signer.sign(badge, created: now) }
        let tokens = try rate { _ = try signer.token(badge.json) }
        print("raw Ed25519 signatures: \(raw) a second on one core")
        print("raw P-256 signatures: \(rawToken) a second on one core")
        print("canonical N-Quads: \(quads) a second on one core")
        print("signed documents: \(documents) a second on one core")
        print("signed tokens: \(tokens) a second on one core")
        let signed = try signer.sign(badge, created: now)
        let clock = ContinuousClock()
        let source = try writer.source()
        let rounds = 50
        let start = clock.now
        var verdict = VerificationReport.Verdict.unknown
        for _ in 0..<rounds {
            verdict = await BadgeVerifier(source: source, now: Moment(seconds: 1_780_000_100)).verify(signed).verdict
        }
        let spent = (clock.now - start) / rounds
        print(
            "verified (\(verdict.rawValue)), keys and list at hand: \(spent.formatted(.units(allowed: [.microseconds])))"
        )
    }

    /// How often a piece of work is done in a second.
    private static func rate(_ work: () throws -> Void) throws -> Int {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(1))
        var count = 0
        while clock.now < end {
            for _ in 0..<20 { try work() }
            count += 20
        }
        return count
    }
}
