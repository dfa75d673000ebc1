/// When a reward ends; every reward has an end.
public enum RewardEnd: String, CaseIterable, Hashable, Sendable {
    /// When the credential that brought it lapses or is revoked.
    case withCredential = "with the credential"
}
