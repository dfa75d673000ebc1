import Contracts

extension ProgrammeReader {
    func pathway(_ mapping: DocumentMapping, among pathways: Set<String>) -> Pathway? {
        let id = mapping.required("id", "Give the pathway an id.")?.id()
        let title = title(of: mapping)
        let role = mapping.required("role", "Name the role whose engagements the pathway serves.")?.text(atMost: 200)
        let achievement = mapping.value("achievement").map { $0.choice(of: AchievementScope.self) } ?? .offering
        let passMark = mapping.required("pass-mark", "Give it in percent, such as 'pass-mark: 40 %'.")?.percent()
        let credential = mapping.required("credential", "Say what is issued on passing: name, description, criteria.")
            .flatMap { $0.mapping() }.flatMap { self.credential($0) }
        let written = mapping.required("offerings", "List at least one offering.")?.list() ?? []
        let offerings = written.compactMap { value in value.mapping().flatMap { offering($0) } }
        let isHere = delivery == .guildhall
        let hours = isHere ? mapping.value("hours").flatMap { $0.decimal() } : nil
        let units = isHere ? self.units(mapping.value("units")) : []
        let assessment =
            isHere ? mapping.value("assessment").flatMap { $0.mapping() }.flatMap { pathwayAssessment($0) } : nil
        let invitation =
            isHere ? mapping.value("invitation").flatMap { $0.mapping() }.flatMap { self.invitation($0) } : nil
        let prerequisites =
            isHere ? mapping.value("prerequisites").map { references($0, among: pathways) } ?? [] : []
        refuseElsewhere(["hours", "units", "assessment", "invitation", "prerequisites"], in: mapping)
        refuseMandatory(mapping)
        refusePresence(mapping)
        mapping.finish()
        guard let id, let title, let role, let achievement, let passMark, let credential else { return nil }
        return Pathway(
            id: id, title: title, role: role, achievement: achievement, passMark: passMark, credential: credential,
            offerings: offerings, units: units, assessment: assessment, invitation: invitation,
            prerequisites: prerequisites, hours: hours)
    }

    private func invitation(_ mapping: DocumentMapping) -> InvitationPlan? {
        let text = mapping.value("text").map { $0.id() } ?? "invitation"
        let quote = mapping.value("quote").flatMap { $0.mapping() }.flatMap { self.quote($0) }
        let days = mapping.value("link").map { $0.integer(in: 1...366, unit: "days") } ?? 30
        mapping.finish()
        guard let text, let days else { return nil }
        return InvitationPlan(text: text, quote: quote, linkDays: days)
    }

    private func offering(_ mapping: DocumentMapping) -> Offering? {
        let id = mapping.required("id", "Give the offering an id.")?.id()
        let starts = mapping.required("starts", "Give its first day, such as 'starts: 2026-02-01'.")?.day()
        let days = mapping.required("lasts", "Give its length, such as 'lasts: 90 days'.")?
            .integer(in: 1...3660, unit: "days")
        let place = delivery == .external ? mapping.required("coursework", "List what is assessed.") : nil
        if delivery == .guildhall {
            mapping.refuse(
                "coursework", rule: "guildhall-delivery", "Guildhall assesses this programme itself.",
                remedy: "Leave 'coursework' out, and describe the pathway's 'assessment'.")
        }
        refusePresence(mapping)
        let written = place?.list() ?? []
        let coursework = written.compactMap { value in value.mapping().flatMap { assessment($0) } }
        mapping.finish()
        unique(written, "id", of: "coursework")
        if let place, !coursework.isEmpty, coursework.count == written.count, !coursework.contains(where: \.counts) {
            place.report(
                "no-coursework", "Nothing counts towards passing, so nobody could pass.",
                remedy: "Let at least one assessment count.")
        }
        guard let id, let starts, let days else { return nil }
        return Offering(id: id, starts: starts, days: days, coursework: coursework)
    }

    private func assessment(_ mapping: DocumentMapping) -> Coursework? {
        let id = mapping.required("id", "Give the assessment the id under which its results arrive.")?.id()
        let kind = mapping.required("kind", "Say what kind of work it is, such as 'kind: exam'.")?.id()
        let weight = mapping.required("weight", "Give its share relative to the others, such as 'weight: 20'.")
        let counts = mapping.value("counts").map { $0.bool() } ?? true
        let due = mapping.value("due").map { $0.integer(in: -366...3660) }
        mapping.finish()
        let share = weight?.decimal()
        if let weight, let share, share > Decimal6(1_000_000) {
            weight.report("range", "The weight is out of range.", remedy: "Choose a weight from 0 to 1000000.")
            return nil
        }
        guard let id, let kind, let share, let counts else { return nil }
        return Coursework(id: id, kind: kind, weight: share, counts: counts, due: due ?? nil)
    }
}
