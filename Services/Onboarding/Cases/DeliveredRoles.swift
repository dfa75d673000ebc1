import Contracts
import Programmes

/// The roles that Guildhall itself prepares for, by the programme that does: the first by id.
///
/// What is delivered elsewhere is not gated, timed, invited to or reminded of.
struct DeliveredRoles: Sendable {
    private let programmes: [String: PublishedProgramme]
    private let roles: [String: PublishedProgramme]

    init(_ catalogue: ProgrammeCatalogue) {
        var programmes: [String: PublishedProgramme] = [:]
        var roles: [String: PublishedProgramme] = [:]
        for programme in catalogue.latest where programme.definition.delivery == .guildhall {
            programmes[programme.id] = programme
            for role in programme.definition.onboarding where roles[role.role] == nil { roles[role.role] = programme }
        }
        self.programmes = programmes
        self.roles = roles
    }

    /// Whether there is any programme that Guildhall delivers.
    var isEmpty: Bool { programmes.isEmpty }

    /// The newest version of the programme that prepares for a role.
    func programme(for role: String) -> PublishedProgramme? { roles[role] }

    /// The newest version of a programme that Guildhall delivers.
    func programme(_ id: String) -> PublishedProgramme? { programmes[id] }
}
