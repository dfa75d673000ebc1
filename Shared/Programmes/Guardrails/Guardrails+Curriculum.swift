import Contracts

extension Guardrails {
    /// Units are short, and core topics come before advanced ones (PRG-02, PRG-06).
    func checkUnits(of pathway: Pathway, _ place: DocumentValue) {
        let units = place.nearest("units")
        let known = units.texts(under: "id")
        for unit in pathway.units {
            let written = units.nearest(unit.id, under: "id")
            if !LearningUnit.allowedMinutes.contains(unit.minutes), unit.reason == nil {
                written.nearest("takes").report(
                    "unit-length", "A unit lasts 5 to 15 minutes; this one takes \(unit.minutes).",
                    remedy: "Divide it or join it with another, or write the 'reason' for its length.")
            }
            for earlier in unit.after where !known.contains(earlier) {
                written.nearest("after").report(
                    "unknown-unit", "'\(earlier)' is no unit of this pathway.",
                    remedy: Suggestion.remedy(for: earlier, among: known))
            }
        }
        let levels = Dictionary(pathway.units.map { ($0.id, $0.level) }) { first, _ in first }
        let before = Dictionary(pathway.units.map { ($0.id, $0.after) }) { first, _ in first }
        let order = Precedence(before)
        for id in order.circular {
            units.nearest(id, under: "id").nearest("after").report(
                "prerequisite-cycle", "'\(id)' comes before itself.", remedy: "Break the circle of 'after'.")
        }
        for unit in pathway.units where unit.level == .advanced {
            if order.predecessors(of: unit.id).contains(where: { levels[$0] == .core }) { continue }
            units.nearest(unit.id, under: "id").report(
                "core-first", "This advanced unit comes after no core unit.",
                remedy: "Name the core units that come first in 'after'.")
        }
    }

    /// Pathways that come before others do not come after them too (PRG-05, PRG-06).
    func checkPrerequisites() {
        let before = Dictionary(programme.pathways.map { ($0.id, $0.prerequisites) }) { first, _ in first }
        for id in Precedence(before).circular {
            root.nearest("pathways").nearest(id, under: "id").nearest("prerequisites").report(
                "prerequisite-cycle", "The pathway '\(id)' comes before itself.",
                remedy: "Break the circle of 'prerequisites'.")
        }
    }

    /// Declared hours come within a tenth of what units and assessment take (PRG-04).
    func checkHours(of pathway: Pathway, _ place: DocumentValue) {
        guard place.nearest("units").elements.count == pathway.units.count, pathway.assessment != nil else { return }
        if pathway.hours == nil, !place.has("hours") {
            place.report(
                "declared-hours", "The pathway does not say how long it takes.",
                remedy: "Write 'hours: \(hours(of: pathway.minutes))', as its units and its assessment add up to.")
        }
        check(pathway.hours, against: pathway, place.nearest("hours"))
        check(pathway.credential.hours, against: pathway, place.nearest("credential").nearest("hours"))
    }

    private func check(_ declared: Decimal6?, against pathway: Pathway, _ place: DocumentValue) {
        guard let declared else { return }
        let wanted = declared.millionths * 60
        let found = Int64(pathway.minutes) * Decimal6.one
        guard abs(wanted - found) * 10 > wanted else { return }
        place.report(
            "declared-hours",
            "\(declared) hours are declared; units and assessment take \(pathway.minutes) minutes, which is more than "
                + "10 % away.",
            remedy: "Write 'hours: \(hours(of: pathway.minutes))', or change the units.")
    }

    /// Minutes as hours, to the nearest quarter.
    private func hours(of minutes: Int) -> Decimal6 {
        Decimal6(millionths: Int64((minutes + 7) / 15) * (Decimal6.one / 4))
    }
}
