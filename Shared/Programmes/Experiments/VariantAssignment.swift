import Contracts
import Crypto

/// Which variant of an experiment a unit is in: a pure function of the plan and the unit (EXP-04).
///
/// The unit is the worker, by id as a text of 36 characters, or the client, as the invitation names it. Where the plan
/// names a namespace, SHA-256 over its id, a line feed and the unit gives one of 100 places, and only who falls into the
/// plan's places takes part (EXP-14). SHA-256 over `salt`, a line feed, the experiment's id, a line feed and the unit,
/// taken modulo the sum of the weights, falls into the share of one variant, in their declared order. Of each hash the
/// first eight bytes count, read as a big-endian number. So the assignment is sticky, needs no table, and two experiments
/// with salts of their own are independent.
public enum VariantAssignment {
    /// The variant of a worker; nil for whoever takes no part.
    ///
    /// - Parameters:
    ///   - contractor: the canonical id; who is linked later keeps what was met first (see exposure).
    ///   - client: for whom the worker is invited, where whole clients are assigned; without one nobody takes part.
    public static func variant(
        of contractor: Identifier, client: String? = nil, in experiment: ExperimentPlan
    ) -> ExperimentVariant? {
        let subject: String
        switch experiment.unit {
        case .worker: subject = contractor.description
        case .client:
            guard let client else { return nil }
            subject = client
        }
        if let namespace = experiment.namespace {
            let place = place(of: subject, in: namespace.id)
            guard namespace.from <= place, place < namespace.until else { return nil }
        }
        return variant(at: point(experiment.salt, experiment.id, subject), experiment.variants)
    }

    /// The place of a unit in a namespace, from 0 to 99.
    public static func place(of subject: String, in namespace: String) -> Int64 {
        Int64(point(namespace, subject) % UInt64(ExperimentNamespace.places))
    }

    private static func variant(at point: UInt64, _ variants: [ExperimentVariant]) -> ExperimentVariant? {
        let total = variants.reduce(UInt64(0)) { $0 + UInt64(clamping: $1.weight) }
        guard total > 0 else { return nil }
        var place = point % total
        for variant in variants {
            let weight = UInt64(clamping: variant.weight)
            if place < weight { return variant }
            place -= weight
        }
        return nil
    }

    private static func point(_ texts: String...) -> UInt64 {
        var hash = SHA256()
        hash.update(data: Array(texts.joined(separator: "\n").utf8))
        return hash.finalize().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
}
