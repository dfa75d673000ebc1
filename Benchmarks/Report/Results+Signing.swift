extension Results {
    /// Issuing beside the machine's own limit of signing.
    var signingText: String? {
        if signing.isEmpty { return nil }
        func row(_ what: String, _ value: (SigningRound) -> Double, _ decimals: Int = 0) -> String {
            Figure.row(what, Figure.text(signing.map(value).median, decimals))
        }
        var rows = [
            row("raw Ed25519 signatures, one core", { $0.ed25519 }),
            row("raw P-256 signatures, one core", { $0.p256 }),
            row("canonical forms of the fullest credential, one core", { $0.canonicalForms }),
            row("signed documents of it, one core", { $0.documents }),
            row("signed tokens of it, one core", { $0.tokens }),
        ]
        if let rate = stageRate(.credential) {
            rows.append(
                Figure.row("credentials issued, from message to committed row and signed document", Figure.text(rate)))
        }
        rows.append(row("milliseconds to verify one, keys and status list at hand", { $0.verifyMilliseconds }, 1))
        return "Issuing and signing, a second:\n\n" + Figure.table(["What", "Figure"], rows)
    }
}
