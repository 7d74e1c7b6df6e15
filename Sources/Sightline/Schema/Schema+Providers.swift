import Storage

extension Schema {
    static let providers = Migration(
        9,
        "providers",
        """
        CREATE TABLE linked_identity (
            issuer TEXT NOT NULL,
            subject TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account (id),
            created INTEGER NOT NULL,
            PRIMARY KEY (issuer, subject)
        ) STRICT;
        CREATE INDEX linked_identity_account ON linked_identity (account_id);
        CREATE TABLE provider_attempt (
            state_hash TEXT PRIMARY KEY,
            browser_hash TEXT NOT NULL,
            issuer TEXT NOT NULL,
            account_id TEXT REFERENCES account (id),
            created INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX provider_attempt_created ON provider_attempt (created);
        ALTER TABLE outgoing_mail ADD COLUMN problem TEXT;
        """
    )
}
