import Markup

extension SignInPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Sign in</h1>
        <p class="lede">\(Product.name) is open to the people of its community. You need a one-time link to \
        sign in.</p>
        <section class="panel narrow">
        <h2>Do you run this server?</h2>
        <p>Each start of <code>sightline serve</code> prints a fresh link for the first administrator. \
        Open it in this browser. It works once.</p>
        </section>
        <section class="panel narrow">
        <h2>Were you sent a link?</h2>
        <p>Open it in this browser. If it has been used or has run out, ask the person who sent it for \
        another.</p>
        </section>
        </div>
        """
    }
}
