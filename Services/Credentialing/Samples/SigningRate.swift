import Contracts
import Crypto
import Foundation
import LinkedData
import OpenBadges
import Programmes

/// `credentialing rate`: how many credentials one core makes ready a second, beside what the machine signs at all,
/// as a line of JSON.
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

    /// What is measured, in the order of the table.
    private struct Rates: Encodable {
        /// Signatures of 64 bytes a second on one core: the machine's own limit.
        var ed25519: Int
        var p256: Int
        /// Of the fullest credential that there is: canonical forms, documents with their proof, and tokens a second.
        var canonicalForms: Int
        var documents: Int
        var tokens: Int
        /// Milliseconds to verify one in full, keys and status list at hand.
        var verifyMilliseconds: Double
    }

    private static func measure() async throws {
        let now = Timestamp(microseconds: 1_780_000_000_000_000)
        let writer = try SampleWriter(folder: NSTemporaryDirectory() + "guildhall-rate", now: now)
        let (badge, signer) = try writer.everything()
        let json = try badge.json
        let message = [UInt8](repeating: 7, count: 64)
        let signed = try signer.sign(badge, created: now)
        let rates = Rates(
            ed25519: try rate { _ = try signer.keys.embedded.signature(for: message) },
            p256: try rate { _ = try signer.keys.token.signature(for: message) },
            canonicalForms: try rate { _ = try badge.canonicalQuads() },
            documents: try rate { _ = try signer.sign(badge, created: now) },
            tokens: try rate { _ = try signer.token(json) },
            verifyMilliseconds: try await verification(of: signed, try writer.source()))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        print(String(decoding: try encoder.encode(rates), as: UTF8.self))
    }

    private static func verification(of signed: [UInt8], _ source: CredentialSource) async throws -> Double {
        let clock = ContinuousClock()
        let rounds = 50
        let start = clock.now
        for _ in 0..<rounds {
            let report = await BadgeVerifier(source: source, now: Moment(seconds: 1_780_000_100)).verify(signed)
            guard report.verdict == .valid else {
                throw OpenBadgeError("rate", "the sample does not verify: \(report.failure?.detail ?? "unknown")")
            }
        }
        return (clock.now - start) / .milliseconds(rounds)
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
