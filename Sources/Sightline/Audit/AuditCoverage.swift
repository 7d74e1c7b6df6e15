/// Which entries of the audit trail tell of a change to which table.
package enum AuditCoverage {
    /// The tables whose change must be told in the same transaction, with the kinds of entry that may tell of it.
    package static let told: [String: Set<AuditEntry.Kind>] = [
        "unit": [.unit],
        "unit_event": [.unit],
        "measure": [.measure],
        "measure_version": [.measure],
        "measure_target": [.measure],
        "retirement": [.measure],
        "series": [.recording, .series, .measure],
        "edition": [.recording, .series, .measure],
        "recording": [.recording, .series, .measure],
        "phase": [.phase, .series, .measure],
        "annotation": [.annotation, .series, .measure],
        "pending_import": [.file, .recording, .unit, .measure],
        "person": [.account, .person],
        "known_person": [.person, .account],
        "coach_choice": [.coaching, .account],
        "account": [.account],
        "role_grant": [.role],
        "credential": [.account],
        "public_link": [.publicLink],
        "recovery_code": [.account],
        "required_code": [.role],
        "linked_identity": [.account],
        "invitation": [.invitation, .role, .account, .person, .unit],
        "bin": [.unit, .measure, .series, .phase, .annotation],
        "raised_signal": [.signal, .series, .measure, .unit],
        "signal_handling": [.signal, .series, .measure, .unit],
        "signal_step": [.signal, .series, .measure, .unit],
        "revision": [.unit, .measure, .series, .phase, .annotation, .account],
    ]

    /// The tables whose change needs no entry, each with the reason.
    package static let untold: [String: String] = [
        "audit": "the trail itself, which grows with every entry",
        "session": "signing in is told; that a session is used or ends is no change of what others see",
        "sign_in_link": "signing in with one is told",
        "one_time_code":
            "a secret counts once it is confirmed, which is told, as is each sign-in with a code",
        "second_step": "a sign-in that waits for its code, for five minutes",
        "provider_attempt": "a sign-in that a provider has not answered yet",
        "attempt": "what was tried in vain, kept for a quarter of an hour",
        "outgoing_mail": "letters about what is told already",
        "signal": "made from editions, and made again by rebuild",
        "status": "made from editions, and made again by rebuild",
        "outside_record": "what others see of editions, made from these",
        "outside_status": "what others see of editions, made from these",
        "public_link_opening": "how often a link was opened, by whom nobody asks",
        "draft": "what someone typed and has not sent, kept for an hour",
        "programme": "nothing but tests writes it so far; the pages of theories bring its entries",
        "theory_node": "nothing but tests writes it so far; the pages of theories bring its entries",
        "theory_link": "nothing but tests writes it so far; the pages of theories bring its entries",
        "schema_migrations": "the steps of the schema",
    ]
}
