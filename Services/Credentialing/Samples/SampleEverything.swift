import Contracts
import Programmes

/// A synthetic pathway whose credential has everything that a credential can have.
enum SampleEverything {
    static let id = "everything"

    /// The pathway, with a partner's word for it.
    static func pathway(_ coIssuer: CoIssuer) -> Pathway {
        Pathway(
            id: id, title: "Alles, \"everything\" & 全部", role: "all", passMark: Decimal6(40),
            credential: CredentialDefinition(
                name: "Everything\tat once", description: "Line one.\nLine two: <b>&amp;</b> \\ \"quoted\" 😀",
                criteria: "A weighted mean of 40 % or more.", hours: Decimal6(millionths: 6_500_000), language: "en",
                tags: ["one", "two"],
                alignments: [
                    CredentialAlignment(
                        name: "Customer service", url: "https://skills.example/customer-service", framework: "Skills",
                        code: "S-1"),
                    CredentialAlignment(name: "Till", url: "https://skills.example/till"),
                ],
                levels: [
                    CredentialLevel(id: "pass", name: "Pass", description: "Works alone.", from: Decimal6(40)),
                    CredentialLevel(id: "merit", name: "Merit", from: Decimal6(70)),
                ],
                revocation: [RevocationCondition(id: "fraud", text: "Somebody else did the work.")],
                client: CredentialClient(name: "Synthetic Shop", url: "https://shop.guildhall.example", mark: mark),
                coIssuers: [coIssuer]),
            offerings: [])
    }

    /// A disc in a square, 48 by 48 pixels.
    static let mark =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAADAAAAAwAgMAAAAqbBEUAAAACVBMVEX///+wOi7////PWeQQAAAAA3"
        + "RSTlMA//9EUNYhAAAAoElEQVR42n2SsRXDIAxETcEI2ccjUAQKRmAfRqDgpnSEBPbZSdTAf+gOJLFtf8PFuC+In5h7LxAuB/PIKa"
        + "jqpfC+ZGmem7DfwU8Ipk/VHARyM5CM0s1OFkBBzBJQh51ABtqCAvQBfkiGKAgkgWqQBZpBEegGgIqeQGlkQNbnpfScx0NXCVQcl0"
        + "0NoVZRE3/3mkbCw6Ix0oB59PQp+Lt8jQPdZJlxGgYrkQAAAABJRU5ErkJggg=="
}
