/// A unit and everything below it, in SQL.
enum Subtree {
    /// Starts a query with `below (id)`; its one argument is the unit's id.
    static let sql = """
        WITH RECURSIVE below (id) AS (
            SELECT u.id FROM unit u WHERE u.id = ?
            UNION ALL
            SELECT u.id FROM unit u JOIN below b ON u.parent_id = b.id
        )
        """
}
