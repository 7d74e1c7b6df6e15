import Markup
import Sightline
import Storage

/// The name and address of someone without an account: the two fields, and what may be wrong with them.
enum KnownPersonFields {
    static func html(_ form: FormState) -> HTML {
        """
        \(form.text("name", "Name", options: .init(isRequired: true)))
        \(form.text("email", "E-mail address", hint: "May be left empty.", options: .init(type: .email)))
        """
    }

    /// What is wrong with what was typed; somebody else of the unit may have the address already.
    ///
    /// - Parameter person: who is being changed; nil for someone new.
    static func problems(
        with form: Form,
        of person: Person.ID? = nil,
        in unit: Unit.ID,
        on connection: any SQLConnection
    ) throws -> [FormState.Problem] {
        var problems: [FormState.Problem] = []
        if form["name"].isEmpty { problems.append(.init("name", "Enter the name.")) }
        guard let email = form.optional("email") else { return problems }
        guard InvitationList.isAddress(email) else {
            return problems + [.init("email", "That is no e-mail address.")]
        }
        let accounts = try AccountStore.all(within: unit, on: connection).map(\.person)
        let known = try KnownPersonStore.all(within: unit, on: connection).map(\.person)
        let owner = (accounts + known).first {
            $0.id != person && $0.email?.lowercased() == email.lowercased()
        }
        if let owner { problems.append(.init("email", "\(owner.name) has this address: are they the same?")) }
        return problems
    }
}
