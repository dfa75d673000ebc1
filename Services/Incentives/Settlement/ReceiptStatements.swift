import Contracts
import Database

/// The SQL of who brought a receipt first (INC-10): a receipt counts once, over all claims of all workers.
enum ReceiptStatements {
    private static let handedIn = """
        SELECT DISTINCT ON (e.receipt ->> 'hash') e.receipt ->> 'hash' AS hash, r.contractor
        FROM incentives_record r, jsonb_array_elements(r.content -> 'receipts') e (receipt)
        WHERE r.contractor = ANY (\(FactStatements.group)) AND r.kind = '\(EventType.claimRecorded.name)'
            AND r.content ->> 'action' = 'submitted'
        ORDER BY e.receipt ->> 'hash', r.event_time, r.record
        """

    /// Notes the receipts of groups' claims for whoever brought them first, in order of commit.
    static let claim = Statement(
        """
        INSERT INTO incentives_receipt (hash, contractor) \(handedIn)
        ON CONFLICT DO NOTHING
        """)

    /// Whose the receipts of groups' claims are.
    static let load = Statement(
        """
        SELECT hash, contractor FROM incentives_receipt WHERE hash IN (SELECT hash FROM (\(handedIn)) h)
        ORDER BY hash
        """)

    /// Every statement, for the test that prepares them.
    static let all = [claim, load]
}
