import Contracts
import Database
import Logging
import Messaging
import OpenBadges

@testable import AssessmentService
@testable import CredentialingService
@testable import IncentivesService
@testable import MetricsService
@testable import OnboardingService

/// The services of the suite, as production makes them.
///
/// A new service is registered here and nowhere else.
enum House {
    static let logger = Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() }
    static let auditKey: [UInt8] = Array(repeating: 9, count: 32)

    static func engine(of service: ServiceName, _ parts: EngineParts) throws -> RunningEngine {
        switch service {
        case .onboarding: return try RunningEngine(OnboardingRules(), parts)
        case .assessment: return try RunningEngine(AssessmentRules(), parts)
        case .credentialing:
            let vault = KeyVault(master: Array(repeating: 5, count: 32))
            let (chance, database) = (parts.surroundings.chance, parts.database)
            let rules = CredentialingRules(
                issuer: Issuer(base: "https://guildhall.example", name: "Guildhall"), vault: vault,
                salt: { chance.bytes(16) })
            return try RunningEngine(rules, parts) { _ = try await database.run([KeyStatements.begin(vault)]) }
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
