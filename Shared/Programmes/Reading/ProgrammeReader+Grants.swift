import Contracts

extension ProgrammeReader {
    /// The micro-grants.
    func grants(_ place: DocumentValue?, among pathways: Set<String>) -> [GrantPlan] {
        let written = place?.list() ?? []
        let grants = written.compactMap { value in value.mapping().flatMap { grant($0, among: pathways) } }
        unique(written, "id", of: "the grants")
        return grants
    }

    private func grant(_ mapping: DocumentMapping, among pathways: Set<String>) -> GrantPlan? {
        let id = mapping.required("id", "Give the grant an id.")?.id()
        let title = rewardTitle(of: mapping)
        if purpose == .publication, let title, let phrase = Wording.choice.found(in: title) {
            mapping.place.nearest("title").report(
                "open-grant", "'\(phrase)' would say where or on what a grant is spent.", remedy: openGrant)
        }
        let pathway = mapping.required("pathway", "Name the pathway whose credential makes it claimable.")
            .flatMap { reference($0, among: pathways) }
        let amount = mapping.required("amount", "Say what may be paid in all, such as 'USD 150'.")?.money()
        let categories = distinct(
            mapping.required("categories", "Say what receipts may be for: 'categories: [tools, courses]'."),
            of: ReceiptCategory.self, "A category")
        let days = mapping.value("claim-within").map { $0.integer(in: 1...3660, unit: "days") } ?? 180
        let line = mapping.required("line", "Name the budget line that pays it.")?.id()
        for key in [
            "merchant", "merchants", "shop", "vendor", "brand", "brands", "product", "products", "equipment", "shift",
            "shifts", "schedule", "deliverable", "deliverables",
        ] {
            mapping.refuse(
                key, rule: "open-grant", "'\(key)' would say where, on what or for which work a grant is spent.",
                remedy: openGrant)
        }
        refuseConditions(mapping)
        mapping.finish()
        guard let id, let title, let pathway, let amount, let days, let line else { return nil }
        return GrantPlan(
            id: id, title: title, pathway: pathway, amount: amount, categories: categories, claimDays: days, line: line)
    }

    func story(_ mapping: DocumentMapping, among pathways: Set<String>) -> StoryPlan? {
        let pathway = mapping.required("pathway", "Name the pathway whose credential offers it.")
            .flatMap { reference($0, among: pathways) }
        let release = mapping.value("release").map { $0.id() } ?? "release"
        refuseConditions(mapping)
        mapping.finish()
        guard let pathway, let release else { return nil }
        return StoryPlan(pathway: pathway, release: release)
    }

    func priority(_ mapping: DocumentMapping, among pathways: Set<String>) -> PriorityPlan? {
        let pathway = mapping.required("pathway", "Name the pathway whose credential sets it.")
            .flatMap { reference($0, among: pathways) }
        let rehire = mapping.value("rehire").map { $0.bool() } ?? true
        let briefs = mapping.value("briefs").map { $0.bool() } ?? false
        refuseConditions(mapping)
        mapping.finish()
        guard let pathway, let rehire, let briefs else { return nil }
        if !rehire, !briefs {
            mapping.place.report(
                "empty-priority", "This priority sets nothing.",
                remedy: "Write 'rehire: yes' or 'briefs: yes', or leave it out.")
        }
        return PriorityPlan(pathway: pathway, isRehireEligible: rehire, hasBriefPriority: briefs)
    }

    func tiers(_ place: DocumentValue?, among pools: [String]) -> [AccessTier] {
        let written = place?.list() ?? []
        let tiers = written.compactMap { value in value.mapping().flatMap { tier($0, among: pools) } }
        unique(written, "id", of: "the tiers")
        return tiers
    }

    private func tier(_ mapping: DocumentMapping, among pools: [String]) -> AccessTier? {
        let id = mapping.required("id", "Give the tier an id.")?.id()
        let title = rewardTitle(of: mapping)
        let place = mapping.required("pool", "Name the pool whose members see such work first.")
        let pool = place?.id()
        let hours = mapping.required("first-for", "Say for how long, such as 'first-for: 24 hours'.")?
            .integer(in: 1...720, unit: "hours")
        refuseConditions(mapping)
        mapping.finish()
        if let place, let pool, !pools.contains(pool) {
            place.report(
                "unknown-pool", "'\(pool)' is no pool of this programme.",
                remedy: Suggestion.remedy(for: pool, among: pools))
        }
        guard let id, let title, let pool, let hours else { return nil }
        return AccessTier(id: id, title: title, pool: pool, hours: hours)
    }

    /// What people call a reward; its name is no criterion of presence either.
    func rewardTitle(of mapping: DocumentMapping) -> String? {
        mapping.required("title", "Say what people call it.").flatMap { criteria($0, atMost: 200) }
    }

    private var openGrant: String {
        "Leave it out: the worker chooses; a claim is checked for category, dates, duplicates and amount only."
    }
}
