import Contracts

extension ProgrammeReader {
    func rewards(_ mapping: DocumentMapping) -> Rewards {
        let written = mapping.value("pools").map { $0.list() } ?? []
        let pools = written.compactMap { value in value.mapping().flatMap { pool($0) } }
        let premium = mapping.value("premium").flatMap { $0.mapping() }.flatMap { self.premium($0) }
        mapping.finish()
        unique(written, "id", of: "pools")
        return Rewards(pools: pools, premium: premium)
    }

    private func pool(_ mapping: DocumentMapping) -> Pool? {
        let id = mapping.required("id", "Give the pool an id.")?.id()
        let title = title(of: mapping)
        let ends = end(of: mapping, "pool-end", "A membership")
        mapping.refuse(
            "exclusive", rule: "no-exclusivity", "A pool cannot ask its members to work for nobody else.",
            remedy: "Leave it out; a pool is an invitation.")
        mapping.finish()
        guard let id, let title, let ends else { return nil }
        return Pool(id: id, title: title, ends: ends)
    }

    private func premium(_ mapping: DocumentMapping) -> Premium? {
        let rate = mapping.required("rate", "Give it in percent, such as 'rate: 5 %'.").flatMap { basisPoints($0) }
        let uses = mapping.required("uses", "Say for how many engagements, such as 'uses: 2'.")?.integer(in: 1...100)
        let ends = end(of: mapping, "premium-end", "A premium")
        let rounding = mapping.value("rounding").map { $0.choice(of: Rounding.self) } ?? .halfUp
        mapping.finish()
        guard let rate, let uses, let ends, let rounding else { return nil }
        return Premium(rateBasisPoints: rate, uses: uses, ends: ends, rounding: rounding)
    }

    private func basisPoints(_ place: DocumentValue) -> Int64? {
        guard let percent = place.percent() else { return nil }
        let (points, rest) = percent.millionths.quotientAndRemainder(dividingBy: Decimal6.one / 100)
        guard rest == 0 else {
            place.report(
                "premium-rate", "The rate is finer than a hundredth of a percent.", remedy: "Round it: '7.25 %'.")
            return nil
        }
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
