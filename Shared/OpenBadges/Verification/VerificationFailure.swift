/// Why a check did not pass.
struct VerificationFailure: Error {
    let check: VerificationCheck.Name
    let outcome: VerificationCheck.Outcome
    let detail: String

    init(_ check: VerificationCheck.Name, _ detail: String, _ outcome: VerificationCheck.Outcome = .failed) {
        self.check = check
        self.outcome = outcome
        self.detail = detail
    }

    /// A source that is down leaves it unknown; one that may not be asked is a failure.
    init(_ check: VerificationCheck.Name, _ failure: CredentialSource.Failure) {
        switch failure {
        case .unavailable(let detail): self.init(check, detail, .unknown)
        case .refused(let detail): self.init(check, detail)
        }
    }
}
