import Contracts
import Messaging

/// The messages of a stage: those that wait when its service starts, and those that were worked on before.
struct StageMessages: Sendable {
    /// Messages that somebody publishes.
    struct Filling: Sendable {
        let count: Int
        /// The settings file whose broker user publishes them.
        let publisher: String
        let message: @Sendable (Int) -> OutgoingMessage
    }

    /// What makes known whom and what the messages are about; nil where all of it is new.
    let preparation: Filling?
    let work: Filling

    /// The messages of a stage, so many of them, about the stage's own people or others.
    init(_ stage: BenchStage, count: Int, about others: BenchPeople? = nil, _ house: BenchHouse) throws {
        let people = others ?? stage.people(of: count)
        let user = try house.operatorUser()
        var records = BenchRecords(people, user: user)
        var events = BenchEvents(people)
        if let role = stage.programme?.role { (records.role, events.role) = (role, role) }
        func recorded(_ message: @escaping @Sendable (Int) -> OutgoingMessage) -> Filling {
            Filling(count: count, publisher: BenchHouse.operator, message: message)
        }
        func told(
            _ service: ServiceName, _ message: @escaping @Sendable (Int) -> OutgoingMessage, count other: Int? = nil
        ) -> Filling {
            Filling(count: other ?? count, publisher: service.rawValue, message: message)
        }
        switch stage {
        case .onboarding:
            preparation = recorded(records.engagement)
            work = recorded(records.started)
        case .assessment:
            preparation = told(.onboarding, events.enrolled)
            work = recorded { [records] in records.result($0, of: BenchProgramme.early[0]) }
        case .incentives:
            preparation = told(.onboarding, events.enrolled)
            work = told(.credentialing, events.issued)
        case .metrics:
            preparation = told(.onboarding, events.accepted, count: people.workers.count)
            work = recorded(records.hours)
        case .engagement, .fanOut:
            preparation = nil
            work = recorded(records.engagement)
        case .fact:
            preparation = nil
            work = told(.onboarding, events.started)
        case .credential:
            preparation = nil
            work = told(.assessment, events.passed)
        case .reward:
            preparation = told(.credentialing, events.issued)
            work = told(.onboarding, events.started)
        }
    }
}
