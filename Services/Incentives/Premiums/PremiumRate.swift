import Contracts
import Messaging
import Programmes

/// The rate of a credential's premium: that of the variant which the worker met, and no less than what everybody had on
/// the day of the award (EXP-05, EXP-15).
struct PremiumRate: Hashable, Sendable {
    /// Hundredths of a percent.
    let basisPoints: Int64
    /// Whether the programme tries out rates.
    let isVaried: Bool

    /// The rate of a credential.
    ///
    /// - Parameters:
    ///   - held: what it granted before, with the rate that was found then.
    ///   - variants: the variants that were met in a programme; nil where they are not known in this batch.
    /// - Returns: nil where the rate depends on the variants, and the next settlement finds it.
    static func of(
        _ credential: CredentialFact, _ held: PremiumGrant?, _ context: DecisionContext,
        _ variants: ((String) -> [String: String])?
    ) -> PremiumRate? {
        let version = context.programmes.find(
            programme: credential.programme, version: credential.programmeVersion)
        guard let version, let premium = version.definition.rewards.premium else {
            return PremiumRate(basisPoints: 0, isVaried: false)
        }
        let isVaried =
            version.definition.delivery == .guildhall
            && version.definition.experiments.contains { $0.variants.contains { $0.premiumBasisPoints != nil } }
        guard isVaried else { return PremiumRate(basisPoints: premium.rateBasisPoints, isVaried: false) }
        if let variants {
            let (day, pathway) = (credential.awardedAt.day, credential.pathway)
            let own = version.premiumBasisPoints(premium, variants(credential.programme), in: pathway, on: day)
            let since = later(than: version, context.programmes)
                .compactMap { $0.definition.rolledOutBasisPoints(in: pathway, on: day) }
            return PremiumRate(basisPoints: max(own, since.max() ?? 0), isVaried: true)
        }
        return held?.rateBasisPoints.map { PremiumRate(basisPoints: $0, isVaried: true) }
    }

    /// The versions after one: a decision is recorded after the experiment that it ends, and after many enrolments.
    private static func later(
        than version: PublishedProgramme, _ programmes: ProgrammeCatalogue
    ) -> [PublishedProgramme] {
        guard let newest = programmes.find(programme: version.id), newest.version > version.version else { return [] }
        return (version.version + 1...newest.version).compactMap { programmes.find(programme: version.id, version: $0) }
    }
}
