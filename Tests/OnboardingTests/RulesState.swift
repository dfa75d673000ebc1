import Contracts
import Messaging

@testable import OnboardingService

/// The rows of onboarding's tables, without the counters that depend on how often something was announced.
struct RulesState: Equatable {
    let engagements: [Identifier: Engagement]
    let enrolments: [EnrolmentPlace: EnrolmentState]
    let identities: [Identifier: ContractorIdentity]
    let gates: [Gate]
    let steps: [GateStep]
    let invitations: [Invitation]
    let exposures: [Exposure]
    let discoveries: [Discovery]
    let violations: [Violation]
    let series: [ReminderSeries]
    let stops: [ExperimentStop]

    init(_ facts: PersonFacts, _ books: OnboardingBooks) {
        engagements = books.engagements.engagements
        enrolments = Dictionary(
            uniqueKeysWithValues: facts.enrolments.map { enrolment in
                var state = enrolment.state
                state.sequence = 0
                return (enrolment.place, state)
            })
        identities = books.contractors.identities.mapValues { identity in
            var identity = identity
            identity.linkSequence = 0
            return identity
        }
        gates = facts.gates.sorted { $0.caseID < $1.caseID }.map { gate in
            var gate = gate
            gate.sequence = 0
            return gate
        }
        steps = facts.steps.sorted { ($0.caseID, $0.step) < ($1.caseID, $1.step) }
        invitations = facts.invitations.sorted { $0.id < $1.id }.map { invitation in
            var invitation = invitation
            invitation.sequence = 0
            return invitation
        }
        exposures = facts.exposures.sorted { $0.id < $1.id }
        discoveries = facts.discoveries.sorted { $0.id < $1.id }
        // A violation that was never flagged and one that was taken back are the same: nothing stands.
        violations = facts.violations.filter(\.isOpen).sorted { $0.report < $1.report }.map { violation in
            var violation = violation
            violation.sequence = 0
            return violation
        }
        stops = ExperimentStop.earliest(facts.stops)
        series = facts.series.filter { $0.nextDue != nil }.sorted { $0.id < $1.id }
    }
}

/// What was announced last of each thing.
struct Announced: Equatable {
    private(set) var engagements: [Identifier: EngagementState] = [:]
    private(set) var caseStates: [Identifier: CaseState] = [:]
    private var enrolmentStates: [Identifier: EnrolmentState] = [:]
    private var links: [Identifier: ContractorLink] = [:]

    mutating func take(_ payload: any Payload) {
        switch payload {
        case let state as EngagementState:
            if state.revision > engagements[state.engagement]?.revision ?? -1 { engagements[state.engagement] = state }
        case let state as CaseState:
            if state.sequence > caseStates[state.onboardingCase]?.sequence ?? 0 {
                caseStates[state.onboardingCase] = state
            }
        case let state as EnrolmentState:
            if state.sequence > enrolmentStates[state.enrolment]?.sequence ?? 0 {
                enrolmentStates[state.enrolment] = state
            }
        case let link as ContractorLink:
            if link.sequence > links[link.contractor]?.sequence ?? 0 { links[link.contractor] = link }
        default: break
        }
    }

    /// Enrolments without their counters, and without the language that a later preference would have made another.
    var enrolments: [Identifier: EnrolmentState] {
        enrolmentStates.mapValues { state in
            var state = state
            (state.sequence, state.language) = (0, nil)
            return state
        }
    }

    /// Cases without their counters, and without the open steps, whose coming and going is not announced one by one.
    var cases: [Identifier: CaseState] {
        caseStates.mapValues { state in
            var state = state
            (state.sequence, state.blocking) = (0, [])
            return state
        }
    }

    /// Who stands for whom, where it is not themselves.
    var canonicals: [Identifier: Identifier] {
        links.mapValues(\.canonical).filter { $0.key != $0.value }
    }

    static func == (left: Announced, right: Announced) -> Bool {
        left.engagements == right.engagements && left.enrolments == right.enrolments
            && left.canonicals == right.canonicals && left.cases == right.cases
    }
}
