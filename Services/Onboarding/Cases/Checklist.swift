import Contracts
import Programmes

/// What has to be done before somebody starts in a role.
enum Checklist {
    /// The programme that prepares for a role: the first by id with a pathway for it.
    static func programme(for role: String, in catalogue: ProgrammeCatalogue) -> PublishedProgramme? {
        catalogue.latest.first { programme in programme.definition.pathways.contains { $0.role == role } }
    }

    /// The steps of a programme's roles; none where the learning happens elsewhere, since what Guildhall does not
    /// deliver it does not gate.
    static func kinds(of programme: PublishedProgramme?) -> [CaseStep.Kind] {
        programme?.definition.delivery == .guildhall ? CaseStep.Kind.allCases : []
    }
}
