import LinkedData
import OpenBadges

/// Whether a verification is good enough to recognise a credential of another issuer (CRD-28).
struct OutsideVerdict {
    /// Why not, with the check named; nil when nothing stands in the way.
    let obstacle: String?

    /// Judges a report; checks that could not be made count as passed where a person accepted that.
    init(_ report: VerificationReport, accepting accepted: Set<String>) {
        if let failed = report.failure {
            obstacle = "the check '\(failed.name.rawValue)' failed: \(failed.detail)"
            return
        }
        let passed = Set(report.checks.filter { $0.outcome == .passed }.map(\.name))
        let open = VerificationCheck.Name.allCases.first { !passed.contains($0) && !accepted.contains($0.rawValue) }
        obstacle = open.map { name in
            let detail = report.checks.first { $0.name == name }?.detail ?? "it was not reached"
            return "the check '\(name.rawValue)' is unknown: \(detail)"
        }
    }

    /// Who issued what was verified.
    static func issuer(of report: VerificationReport) -> String {
        let issuer = report.credential?["issuer"]
        return issuer?["name"]?.text ?? issuer?["id"]?.text ?? issuer?.text ?? ""
    }

    /// The report as it is kept.
    static func record(of report: VerificationReport) -> String {
        let checks = report.checks.map { check -> JSON in
            [
                "check": .text(check.name.rawValue), "outcome": .text(check.outcome.rawValue),
                "detail": .text(check.detail),
            ]
        }
        let record: JSON = ["verdict": .text(report.verdict.rawValue), "checks": .list(checks)]
        return String(decoding: record.canonical, as: UTF8.self)
    }
}
