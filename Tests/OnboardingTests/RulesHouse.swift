import Contracts
import Messaging

@testable import OnboardingService

/// Onboarding without a database: what a batch leaves behind is what the next one finds.
struct RulesHouse {
    private(set) var books = OnboardingBooks()
    private(set) var decisions: [Decisions] = []
    private var messages = 0

    /// Decides a batch.
    @discardableResult
    mutating func batch(_ items: [Item], context: DecisionContext = Fixtures.context()) -> Decisions {
        books = RulesHouse.reopened(books)
        var out = Decisions()
        for item in items { books.take(item, context, &out) }
        books.finish(context, &out)
        decisions.append(out)
        return out
    }

    /// Decides records as one batch, each in a message of its own.
    @discardableResult
    mutating func batch(_ records: [any Payload], context: DecisionContext = Fixtures.context()) -> Decisions {
        batch(
            records.map { record in
                messages += 1
                return Fixtures.item(record, Fixtures.type(of: record), message: "M\(messages)")
            },
            context: context)
    }

    private static func reopened(_ books: OnboardingBooks) -> OnboardingBooks {
        OnboardingBooks(
            contractors: ContractorBook(Array(books.contractors.identities.values)),
            engagements: EngagementBook(
                revisions: books.engagements.revisions, known: Array(books.engagements.engagements.values)),
            enrolments: EnrolmentBook(
                consents: books.enrolments.consents.values.flatMap { $0 },
                enrolments: Array(books.enrolments.enrolments.values)),
            verifications: VerificationBook(books.verifications.byContractor.values.flatMap { $0 }),
            cases: CaseBook(books.cases.sortedSteps),
            requisitions: RequisitionBook(revisions: books.requisitions.revisions))
    }

    /// What a consumer of the events knows in the end: of each thing the highest revision or sequence.
    var announced: Announced {
        var announced = Announced()
        for emission in decisions.flatMap(\.emissions) { announced.take(emission.payload) }
        return announced
    }

    /// The rows in the end.
    var state: RulesState { RulesState(books) }
}

/// The rows of onboarding's tables, without the counters that depend on how often something was announced.
struct RulesState: Equatable {
    let engagements: [Identifier: Engagement]
    let enrolments: [EnrolmentPlace: EnrolmentState]
    let identities: [Identifier: ContractorIdentity]
    let steps: [CaseStep]

    init(_ books: OnboardingBooks) {
        engagements = books.engagements.engagements
        enrolments = books.enrolments.enrolments.mapValues { enrolment in
            var state = enrolment.state
            state.sequence = 0
            return state
        }
        identities = books.contractors.identities.mapValues { identity in
            var identity = identity
            identity.linkSequence = 0
            return identity
        }
        steps = books.cases.sortedSteps
    }
}

/// What was announced last of each thing.
struct Announced: Equatable {
    private(set) var engagements: [Identifier: EngagementState] = [:]
    private var enrolmentStates: [Identifier: EnrolmentState] = [:]
    private var links: [Identifier: ContractorLink] = [:]

    mutating func take(_ payload: any Payload) {
        switch payload {
        case let state as EngagementState:
            if state.revision > engagements[state.engagement]?.revision ?? -1 { engagements[state.engagement] = state }
        case let state as EnrolmentState:
            if state.sequence > enrolmentStates[state.enrolment]?.sequence ?? 0 {
                enrolmentStates[state.enrolment] = state
            }
        case let link as ContractorLink:
            if link.sequence > links[link.contractor]?.sequence ?? 0 { links[link.contractor] = link }
        default: break
        }
    }

    /// Enrolments without their counters.
    var enrolments: [Identifier: EnrolmentState] {
        enrolmentStates.mapValues { state in
            var state = state
            state.sequence = 0
            return state
        }
    }

    /// Who stands for whom, where it is not themselves.
    var canonicals: [Identifier: Identifier] {
        links.mapValues(\.canonical).filter { $0.key != $0.value }
    }

    static func == (left: Announced, right: Announced) -> Bool {
        left.engagements == right.engagements && left.enrolments == right.enrolments
            && left.canonicals == right.canonicals
    }
}
