/// What people are told.
public enum NoticeKind: String, ContractWord {
    /// That they are invited.
    case invitation
    /// What benefits, paths and earnings there are.
    case welcome
    /// That something waits for them.
    case reminder
    /// That the time for their start runs out.
    case clockWarning = "clock-warning"
    /// That the time for their start is over.
    case clockBreach = "clock-breach"
    /// What their assessment came to.
    case result
    /// That a credential can be renewed.
    case renewal
}
