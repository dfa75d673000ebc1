import Contracts
import Programmes

/// The learning unit that a statement's object names.
struct UnitReference: Hashable, Sendable {
    /// Nil where the object names the unit alone: then it is one of whatever pathways its worker takes.
    let programme: String?
    let pathway: String?
    let unit: String

    private static let verbs: Set<Substring> = ["completed", "passed"]

    /// The unit that a statement says was completed; nil where it says something else, or of no unit delivered here.
    ///
    /// The object ends in `programme/pathway/unit`, or in the unit's id.
    static func find(_ record: LearningRecorded, _ catalogue: ProgrammeCatalogue) -> UnitReference? {
        guard let verb = record.verb.split(whereSeparator: { $0 == "/" || $0 == "#" }).last, verbs.contains(verb) else {
            return nil
        }
        let parts = record.object.split(separator: "/").suffix(3).map(String.init)
        guard let unit = parts.last else { return nil }
        var isKnown = false
        for newest in catalogue.latest where newest.definition.delivery == .guildhall {
            for version in catalogue.versions(of: newest.id) {
                for pathway in version.definition.pathways where pathway.unit(unit) != nil {
                    isKnown = true
                    if parts == [version.id, pathway.id, unit] {
                        return UnitReference(programme: version.id, pathway: pathway.id, unit: unit)
                    }
                }
            }
        }
        return isKnown ? UnitReference(programme: nil, pathway: nil, unit: unit) : nil
    }

    /// Whether it may be a unit of a pathway.
    func isOf(programme: String, pathway: String) -> Bool {
        (self.programme ?? programme, self.pathway ?? pathway) == (programme, pathway)
    }
}
