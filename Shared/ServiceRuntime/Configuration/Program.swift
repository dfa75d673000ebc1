import Contracts

/// A program of the suite, as its settings know it.
public enum Program: String, CaseIterable, Sendable, Hashable {
    /// The service of contractors, engagements and enrolments.
    case onboarding
    /// The service of results and outcomes.
    case assessment
    /// The service of credentials.
    case credentialing
    /// The service of pools, premiums and the ledger.
    case incentives
    /// The service of figures.
    case metrics
    /// The operator's command.
    case guildhall

    /// The program that runs a service.
    public init(_ service: ServiceName) {
        switch service {
        case .onboarding: self = .onboarding
        case .assessment: self = .assessment
        case .credentialing: self = .credentialing
        case .incentives: self = .incentives
        case .metrics: self = .metrics
        }
    }

    /// The service that the program runs; nil for the operator's command.
    public var service: ServiceName? { ServiceName(rawValue: rawValue) }

    /// The five services.
    public static let services: Set<Program> = Set(ServiceName.allCases.map { Program($0) })

    /// The services and the operator's command.
    public static let all: Set<Program> = Set(allCases)
}
