import Contracts
import Messaging
import Programmes

/// Judges whether a consent to take part names something that there is.
enum ParticipationCheck {
    /// Why the consent cannot be taken in; nil when it can.
    ///
    /// - Parameter isKnown: whether earlier consents are about the same place: what was opted into can be withdrawn
    ///   for ever, even when later versions of the programme no longer hold it.
    static func refusal(
        _ record: ConsentRecorded, _ programmes: ProgrammeCatalogue, isKnown: Bool
    ) -> Refusal? {
        guard record.purpose == ConsentFact.participation else { return nil }
        guard let programme = record.programme else { return missing("programme") }
        guard let pathway = record.pathway else { return missing("pathway") }
        guard let offering = record.offering else { return missing("offering") }
        if record.decision == .withdrawn, isKnown { return nil }
        guard let published = programmes.find(programme: programme) else {
            return Refusal(
                code: "unknown-programme", path: "data.programme",
                message: "No programme \(programme) is published; publish it, or correct the id.")
        }
        guard published.definition.pathway(pathway) != nil else {
            return Refusal(
                code: "unknown-pathway", path: "data.pathway",
                message: "Programme \(programme), version \(published.version), has no pathway \(pathway); correct the "
                    + "id, or publish a version that has it.")
        }
        guard let place = published.offering(offering), place.pathway.id == pathway else {
            return Refusal(
                code: "unknown-offering", path: "data.offering",
                message: "Pathway \(pathway) of programme \(programme), version \(published.version), has no offering "
                    + "\(offering); correct the id, or publish a version that has it.")
        }
        return nil
    }

    private static func missing(_ field: String) -> Refusal {
        Refusal(
            code: "missing-\(field)", path: "data.\(field)",
            message: "A consent to participation names programme, pathway and offering; add \(field).")
    }
}
