import Contracts
import Programmes

extension ProgrammeCatalogue {
    /// All versions of a programme, the oldest first.
    func versions(of programme: String) -> [PublishedProgramme] {
        guard let newest = find(programme: programme), newest.version > 0 else { return [] }
        return (1...newest.version).compactMap { find(programme: programme, version: $0) }
    }
}

extension PublishedProgramme {
    /// How Guildhall itself assesses a pathway; nil where the learning, and so the judging, happens elsewhere.
    func assessment(of pathway: Pathway) -> PathwayAssessment? {
        definition.delivery == .guildhall ? pathway.assessment : nil
    }
}

extension Offering {
    /// The first moment after its last day.
    var closes: Timestamp { Timestamp(ends.adding(days: 1)) }
}
