/// On which terms a contractor works.
public enum WorkerType: String, ContractWord {
    /// Through a staffing supplier.
    case staffing
    /// On the contractor's own account.
    case independent
    /// Under a statement of work.
    case statementOfWork = "statement-of-work"
    /// Employed by an employer of record.
    case employerOfRecord = "employer-of-record"
}
