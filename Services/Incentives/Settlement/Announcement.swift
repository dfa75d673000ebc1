import Contracts

/// A state that is announced whenever it changes, under a sequence that grows.
protocol Announced: Payload, Equatable {
    var sequence: Int64 { get set }
}

extension GrantState: Announced {}
extension ClaimState: Announced {}
extension StipendState: Announced {}
extension StoryState: Announced {}
extension PriorityState: Announced {}

/// A grant, claim, stipend, story or priority as it was last announced.
struct Announcement: Sendable {
    /// What it is.
    enum Kind: String, Sendable {
        case grant
        case claim
        case stipend
        case story
        case priority

        /// The type that its state is read as.
        var type: EventType {
            switch self {
            case .grant: .grantChanged
            case .claim: .claimChanged
            case .stipend: .stipendRecommended
            case .story: .storyChanged
            case .priority: .priorityChanged
            }
        }
    }

    let id: Identifier
    let kind: Kind
    let contractor: Identifier
    let programme: String
    let sequence: Int64
    let state: any Announced
}
