import Contracts

extension ProgrammeReader {
    func rewards(_ mapping: DocumentMapping, among pathways: Set<String>) -> Rewards {
        let written = mapping.value("pools").map { $0.list() } ?? []
        let pools = written.compactMap { value in value.mapping().flatMap { pool($0) } }
        let premium = mapping.value("premium").flatMap { $0.mapping() }.flatMap { self.premium($0) }
        refuseElsewhere(["grants", "stories", "priorities", "tiers", "tax-note"], in: mapping)
        guard delivery == .guildhall else {
            mapping.finish()
            unique(written, "id", of: "pools")
            return Rewards(pools: pools, premium: premium)
        }
        let grants = grants(mapping.value("grants"), among: pathways)
        let stories = (mapping.value("stories")?.list() ?? []).compactMap { value in
            value.mapping().flatMap { story($0, among: pathways) }
        }
        let priorities = (mapping.value("priorities")?.list() ?? []).compactMap { value in
            value.mapping().flatMap { priority($0, among: pathways) }
        }
        let tiers = tiers(mapping.value("tiers"), among: mapping.value("pools")?.texts(under: "id") ?? [])
        let taxNote = mapping.value("tax-note").flatMap { $0.id() }
        mapping.finish()
        unique(written, "id", of: "pools")
        return Rewards(
            pools: pools, premium: premium, grants: grants, stories: stories, priorities: priorities, tiers: tiers,
            taxNote: taxNote)
    }

    private func pool(_ mapping: DocumentMapping) -> Pool? {
        let id = mapping.required("id", "Give the pool an id.")?.id()
        let title = rewardTitle(of: mapping)
        let ends = end(of: mapping, "pool-end", "A membership")
        mapping.refuse(
            "exclusive", rule: "no-exclusivity", "A pool cannot ask its members to work for nobody else.",
            remedy: "Leave it out; a pool is an invitation.")
        refuseConditions(mapping)
        mapping.finish()
        guard let id, let title, let ends else { return nil }
        return Pool(id: id, title: title, ends: ends)
    }

    private func premium(_ mapping: DocumentMapping) -> Premium? {
        let rate = mapping.required("rate", "Give it in percent, such as 'rate: 5 %'.").flatMap { premiumRate($0) }
        let uses = mapping.required("uses", "Say for how many engagements, such as 'uses: 2'.")?.integer(in: 1...100)
        let ends = end(of: mapping, "premium-end", "A premium")
        let rounding = mapping.value("rounding").map { $0.choice(of: Rounding.self) } ?? .halfUp
        refuseConditions(mapping)
        mapping.finish()
        guard let rate, let uses, let ends, let rounding else { return nil }
        return Premium(rateBasisPoints: rate, uses: uses, ends: ends, rounding: rounding)
    }

    /// The rate of a temporary premium (INC-05).
    func premiumRate(_ place: DocumentValue) -> Int64? {
        guard let points = place.basisPoints() else { return nil }
        if purpose == .publication, !Premium.allowedBasisPoints.contains(points) {
            place.report(
                "premium-band", "A temporary premium lies between 5 % and 10 %.", remedy: "Choose a rate in that band.")
        }
        return points
    }

    private func end(of mapping: DocumentMapping, _ rule: String, _ what: String) -> RewardEnd? {
        guard let place = mapping.value("ends") else {
            mapping.place.report(
                rule, "\(what) has to end.", remedy: "Write 'ends: \(RewardEnd.withCredential.rawValue)'.")
            return nil
        }
        return place.choice(of: RewardEnd.self)
    }
}
