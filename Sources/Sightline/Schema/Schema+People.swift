import Storage

extension Schema {
    static let people = Migration(
        5,
        "people",
        """
        CREATE TABLE person (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            email TEXT,
            folded_email TEXT
        ) STRICT;
        CREATE INDEX person_email ON person (folded_email);
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
        CREATE TABLE credential (
            account_id TEXT PRIMARY KEY REFERENCES account (id),
            log2_rounds INTEGER NOT NULL,
            block_size INTEGER NOT NULL,
            parallelism INTEGER NOT NULL,
            salt BLOB NOT NULL,
            derived_key BLOB NOT NULL,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE invitation (
            id TEXT PRIMARY KEY,
            secret_hash TEXT NOT NULL UNIQUE,
            unit_id TEXT NOT NULL REFERENCES unit (id),
            role TEXT NOT NULL,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            used INTEGER,
            withdrawn INTEGER
        ) STRICT;
        CREATE INDEX invitation_unit ON invitation (unit_id);
        CREATE TABLE outgoing_mail (
            id TEXT PRIMARY KEY,
            recipient TEXT NOT NULL,
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            instant INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            next_attempt INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE attempt (
            subject TEXT NOT NULL,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX attempt_subject ON attempt (subject, instant);
        CREATE TABLE sign_in_link (
            secret_hash TEXT PRIMARY KEY,
            purpose TEXT NOT NULL,
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
            ended INTEGER,
            device TEXT NOT NULL
        ) STRICT;
        CREATE INDEX session_account ON session (account_id);
        """
    )
}
