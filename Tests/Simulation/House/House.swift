import Contracts
import Logging
import Messaging

@testable import AssessmentService
@testable import CredentialingService
@testable import IncentivesService
@testable import MetricsService
@testable import OnboardingService

/// The services of the suite, as production makes them. A new service is registered here and nowhere else.
enum House {
    static let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
    static let auditKey: [UInt8] = Array(repeating: 9, count: 32)

    static func engine(of service: ServiceName, _ parts: EngineParts) throws -> RunningEngine {
        switch service {
        case .onboarding: return try RunningEngine(OnboardingRules(), parts)
        case .assessment: return try RunningEngine(AssessmentRules(), parts)
        case .credentialing:
            let issuer = Issuer(base: "https://guildhall.example", name: "Guildhall")
            let key = try SigningKey(seed: Array(repeating: 5, count: 32))
            let signer = EdDSAJCSSigner(key: key.secret, verificationMethod: issuer.verificationMethod(of: key))
            let chance = parts.surroundings.chance
            return try RunningEngine(
                CredentialingRules(issuer: issuer, signer: signer, salt: { chance.bytes(16) }), parts)
        case .incentives: return try RunningEngine(IncentivesRules(), parts)
        case .metrics: return try RunningEngine(MetricsRules(), parts)
        }
    }
}

/// Nobody watches.
struct NoObserver: EngineObserver {
    func consumed(_ count: Int, of type: EventType) {}
    func published(_ count: Int) {}
    func duplicates(_ count: Int) {}
    func refused(_ count: Int, because code: String) {}
    func retried(because reason: String) {}
    func parked(_ count: Int, because reason: String) {}
    func committed(items: Int, seconds: Double) {}
    func criticalTime(seconds: Double) {}
}
