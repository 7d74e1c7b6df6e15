import Storage

extension Schema {
    static let people = Migration(
        5,
        "people",
        """
        CREATE TABLE person (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            email TEXT
        ) STRICT;
        CREATE TABLE account (
            id TEXT PRIMARY KEY,
            person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
            is_active INTEGER NOT NULL,
            created INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE role_grant (
            account_id TEXT NOT NULL REFERENCES account (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            role TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            PRIMARY KEY (account_id, unit_id, role)
        ) STRICT;
        CREATE INDEX role_grant_unit ON role_grant (unit_id);
        CREATE TABLE sign_in_link (
            secret_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id),
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            used INTEGER
        ) STRICT;
        CREATE INDEX sign_in_link_account ON sign_in_link (account_id);
        CREATE TABLE session (
            secret_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id),
            created INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            ended INTEGER
        ) STRICT;
        CREATE INDEX session_account ON session (account_id);
        """
    )
}
