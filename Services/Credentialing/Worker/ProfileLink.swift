import Contracts
import Foundation
import LinkedData

/// The address that adds a credential to a LinkedIn profile (CRD-12): the worker follows it, we send nothing.
struct ProfileLink {
    /// What the credential says.
    let document: JSON
    /// Where it is to be read.
    let url: String

    /// The address.
    var address: String {
        var fields = [
            ("startTask", "CERTIFICATION_NAME"), ("name", document["name"]?.text ?? ""),
            ("organizationName", document["issuer"]?["name"]?.text ?? ""),
        ]
        for (moment, prefix) in [("awardedDate", "issue"), ("validUntil", "expiration")] {
            let parts = (document[moment]?.text ?? "").split(separator: "-")
            guard parts.count > 2, let month = Int(parts[1]) else { continue }
            fields += [("\(prefix)Year", String(parts[0])), ("\(prefix)Month", "\(month)")]
        }
        fields += [("certUrl", url), ("certId", String(url.split(separator: "/").last ?? ""))]
        let query = fields.map { "\($0.0)=\(Issuer.escaped($0.1))" }.joined(separator: "&")
        return "https://www.linkedin.com/profile/add?\(query)"
    }
}
