import Database

/// The SQL of erasure.
enum ErasureStatements {
    /// Who of some contractors was erased, and when last.
    static let load = Statement(
        "SELECT contractor, erased_at FROM credentialing_erasure WHERE contractor = ANY ($1::uuid[])")

    /// Takes note of an erasure.
    static let record = Statement(
        """
        INSERT INTO credentialing_erasure (contractor, erased_at) VALUES ($1::uuid, $2::timestamptz)
        ON CONFLICT (contractor) DO UPDATE SET erased_at = excluded.erased_at
        """)

    /// Leaves a stone that says nothing.
    static let bury = Statement(
        """
        INSERT INTO credentialing_tombstone (credential, erased_at)
        SELECT id, $2::timestamptz FROM unnest($1::uuid[]) v (id)
        ON CONFLICT (credential) DO NOTHING
        """)

    /// What others were allowed to see.
    static let removeShares = Statement("DELETE FROM credentialing_share WHERE credential = ANY ($1::uuid[])")

    /// What was asked, except for the erasures themselves.
    static let removeRequests = Statement(
        """
        DELETE FROM credentialing_request
        WHERE credential = ANY ($1::uuid[]) OR (contractor = $2::uuid AND kind <> 'erase' AND id <> $3::uuid)
        """)

    /// The rows with salts and documents.
    static let removeCredentials = Statement("DELETE FROM credentialing_credential WHERE id = ANY ($1::uuid[])")

    /// Renewals, and the terms that followed from them.
    static let removeRenewals = Statement(
        "DELETE FROM credentialing_renewal WHERE credential = ANY ($1::uuid[]) OR contractor = $2::uuid")
    static let removeTerms = Statement("DELETE FROM credentialing_term WHERE credential = ANY ($1::uuid[])")

    /// Credentials of other issuers.
    static let removeOutside = Statement("DELETE FROM credentialing_outside WHERE contractor = $1::uuid")

    /// What the worker let other systems read.
    static let removeTokens = Statement("DELETE FROM credentialing_token WHERE contractor = $1::uuid")
    static let removeCodes = Statement("DELETE FROM credentialing_code WHERE contractor = $1::uuid")

    /// Messages that failed, with their bodies.
    static let removeKeptMessages = Statement("DELETE FROM credentialing_retry WHERE scope = $1")

    /// Outcomes that earned nothing go on earning nothing, and name nobody.
    static let blankWithheld = Statement(
        """
        UPDATE credentialing_withheld
        SET contractor = '00000000-0000-0000-0000-000000000000', programme = '', offering = ''
        WHERE contractor = $1::uuid
        """)

    /// Every statement, for the test that prepares them.
    static let all = [
        load, record, bury, removeShares, removeRequests, removeCredentials, removeRenewals, removeTerms,
        removeOutside, removeTokens,
        removeCodes, removeKeptMessages,
        blankWithheld,
    ]
}
