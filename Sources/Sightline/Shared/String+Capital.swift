extension StringProtocol {
    /// With a capital first letter.
    package var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
