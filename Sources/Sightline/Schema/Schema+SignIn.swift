import Storage

extension Schema {
    /// One-time codes, people without accounts, and coaching.
    static let signIn = Migration(
        8,
        "sign-in",
        """
        CREATE TABLE one_time_code (
            account_id TEXT PRIMARY KEY REFERENCES account (id),
            secret BLOB NOT NULL,
            created INTEGER NOT NULL,
            confirmed INTEGER,
            last_step INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE recovery_code (
            code_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id),
            created INTEGER NOT NULL,
            used INTEGER
        ) STRICT;
        CREATE INDEX recovery_code_account ON recovery_code (account_id);
        CREATE TABLE second_step (
            secret_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id),
            created INTEGER NOT NULL,
            expires INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            used INTEGER
        ) STRICT;
        CREATE INDEX second_step_account ON second_step (account_id);
        CREATE TABLE required_code (
            unit_id TEXT NOT NULL REFERENCES unit (id),
            role TEXT NOT NULL,
            author TEXT NOT NULL,
            person_id TEXT,
            instant INTEGER NOT NULL,
            PRIMARY KEY (unit_id, role)
        ) STRICT;
        CREATE TABLE known_person (
            person_id TEXT PRIMARY KEY REFERENCES person (id),
            unit_id TEXT NOT NULL REFERENCES unit (id),
            is_active INTEGER NOT NULL,
            merged_into TEXT REFERENCES person (id),
            author TEXT NOT NULL,
            author_id TEXT,
            instant INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX known_person_unit ON known_person (unit_id);
        ALTER TABLE invitation ADD COLUMN invitee_id TEXT REFERENCES person (id);
        CREATE TABLE coach_choice (
            id TEXT PRIMARY KEY,
            person_id TEXT NOT NULL REFERENCES person (id),
            coach_id TEXT NOT NULL REFERENCES account (id),
            views TEXT NOT NULL,
            started INTEGER NOT NULL,
            ended INTEGER,
            seen INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX coach_choice_in_force ON coach_choice (person_id, coach_id) WHERE ended IS NULL;
        CREATE INDEX coach_choice_coach ON coach_choice (coach_id);
        """
    )
}
