import ArgumentParser
import Contracts
import Messaging

/// A stage that is measured: one service, and the message that fills its queue.
enum BenchStage: String, CaseIterable, Codable, ExpressibleByArgument {
    // The main path of a service: its lightest message that changes one state and emits one event.
    case onboarding
    case assessment
    case incentives
    case metrics
    // What costs more, or emits nothing.
    case engagement
    case fact
    case credential
    case fanOut = "fan-out"
    case reward

    /// Whether its rate is held against the reference loop's: it does what the loop does.
    var isMainPath: Bool {
        switch self {
        case .onboarding, .assessment, .incentives, .metrics: true
        case .engagement, .fact, .credential, .fanOut, .reward: false
        }
    }

    /// Who does the work.
    var service: ServiceName {
        switch self {
        case .onboarding, .engagement, .fanOut: .onboarding
        case .assessment: .assessment
        case .credential: .credentialing
        case .incentives, .reward: .incentives
        case .metrics, .fact: .metrics
        }
    }

    /// The one event that each message leads to; nil where it leads to none.
    var event: EventType? {
        switch self {
        case .onboarding: .engagementStarted
        case .assessment: .assessmentStarted
        case .incentives: .poolJoined
        case .metrics: .timeNoted
        case .engagement, .fanOut: .engagementAccepted
        case .fact: nil
        case .credential: .credentialIssued
        case .reward: .premiumRecommended
        }
    }

    /// The queues that take what is published; each gets all of it.
    var subscribers: [Topology.Queue] {
        let count = event == nil ? 0 : self == .fanOut ? 4 : 1
        return (0..<count).map { Topology.Queue(name: "guildhall.integrator.bench-\($0 + 1).g1") }
    }

    /// The queue in which the messages wait.
    var queue: String {
        switch self {
        case .onboarding, .assessment, .metrics, .engagement, .fanOut: Topology.inboundQueue(of: service)
        case .incentives, .fact, .credential, .reward: Topology.eventsQueue(of: service, BenchPeople.partition)
        }
    }

    /// The programme that has to be published before; nil where no rule asks for one.
    var programme: StageProgramme? {
        switch self {
        case .onboarding, .engagement, .fact, .fanOut: nil
        case .assessment, .incentives: .bench(.pool)
        case .credential, .reward: .bench(.all)
        case .metrics: .example("micro-grant", role: "freelance-designer")
        }
    }

    /// Whom so many messages are about, so many people at most; the prefix begins their ids.
    func people(of messages: Int, atMost most: Int? = nil, prefix: String = "") -> BenchPeople {
        switch self {
        // As many as in the reference loop.
        case .onboarding, .metrics: BenchPeople(ofOnePartition: min(messages, most ?? 10_000), prefix: prefix)
        // Nobody is enrolled twice in an offering, or earns one credential twice.
        case .assessment, .incentives, .reward:
            BenchPeople(ofOnePartition: min(messages, most ?? messages), prefix: prefix)
        case .engagement, .fanOut: BenchPeople(ofAllPartitions: min(messages, most ?? 20_000), prefix: prefix)
        case .fact, .credential: BenchPeople(ofOnePartition: min(messages, most ?? 20_000), prefix: prefix)
        }
    }
}
