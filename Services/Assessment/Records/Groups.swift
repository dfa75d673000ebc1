/// The SQL that finds everybody who is one person with the contractors named in `$1`.
enum Groups {
    static let members = """
        SELECT m.id FROM assessment_contractor m
        WHERE m.canonical = ANY (ARRAY(
            SELECT k.canonical FROM assessment_contractor k WHERE k.id = ANY ($1::uuid[])))
        """
}
