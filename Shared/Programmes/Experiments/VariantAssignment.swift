import Contracts
import Crypto

/// Which variant of an experiment a worker is in: a pure function of the salt, the experiment and the worker (EXP-04).
///
/// SHA-256 over `salt`, a line feed, the experiment's id, a line feed and the worker's id as a text of 36 characters;
/// its first eight bytes, read as a big-endian number and taken modulo the sum of the weights, fall into the share of
/// one variant, in their declared order. So the assignment is sticky, needs no table, and two experiments with salts of
/// their own are independent.
public enum VariantAssignment {
    /// The variant of a worker.
    ///
    /// - Parameter contractor: the canonical id; who is linked later keeps what was met first (see exposure).
    public static func variant(of contractor: Identifier, in experiment: ExperimentPlan) -> ExperimentVariant? {
        let total = experiment.variants.reduce(UInt64(0)) { $0 + UInt64(clamping: $1.weight) }
        guard total > 0 else { return nil }
        var place = point(of: contractor, in: experiment) % total
        for variant in experiment.variants {
            let weight = UInt64(clamping: variant.weight)
            if place < weight { return variant }
            place -= weight
        }
        return nil
    }

    private static func point(of contractor: Identifier, in experiment: ExperimentPlan) -> UInt64 {
        var hash = SHA256()
        hash.update(data: Array("\(experiment.salt)\n\(experiment.id)\n\(contractor)".utf8))
        return hash.finalize().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
}
