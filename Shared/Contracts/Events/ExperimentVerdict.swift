/// What may be concluded from an experiment so far.
public enum ExperimentVerdict: String, ContractWord {
    /// Nobody has met a variant yet.
    case notStarted = "not-started"
    /// It runs, and nothing may be concluded yet.
    case collecting
    /// The variants did not fill as meant: nothing may be concluded (EXP-09).
    case blocked
    /// It is over, and too short, too small or stopped too early for a verdict (EXP-02, EXP-03).
    case withheld
    /// A variant differs from the control, by a method that allows any number of looks (EXP-10).
    case difference
    /// It is over and shows no difference; that is no proof that there is none.
    case noDifferenceShown = "no-difference-shown"
}
