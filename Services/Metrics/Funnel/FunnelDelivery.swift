import Programmes

/// Who delivers a programme's learning, which says by what its stages are known.
enum FunnelDelivery: Equatable, Sendable {
    /// Somebody else: work and results are all that is known of it.
    case external
    /// Guildhall, with the pathways whose assessment has a task to hand in.
    case guildhall(tasked: Set<String>)

    init(_ programme: ProgrammeDefinition?) {
        guard let programme, programme.delivery == .guildhall else {
            self = .external
            return
        }
        self = .guildhall(tasked: Set(programme.pathways.filter { $0.assessment?.practical != nil }.map(\.id)))
    }
}
