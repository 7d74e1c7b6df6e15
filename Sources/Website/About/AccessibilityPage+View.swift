import Markup

extension AccessibilityPage {
    func content(in frame: Frame) -> HTML {
        """
        <div class="stack">
        <h1>Accessibility</h1>
        <p class="lede">\(Product.name) aims at level AA of the Web Content Accessibility Guidelines 2.2.</p>
        <section><h2>What you can rely on</h2><ul>
        <li>Everything works with a keyboard alone, and the focus is always visible.</li>
        <li>Nothing is told by colour alone: each state has a word and a shape as well.</li>
        <li>Every chart has a sentence that says what it shows, and its numbers in a table.</li>
        <li>Pages fit a screen 320 pixels wide and text enlarged four times. Wide tables scroll inside a \
        region of their own.</li>
        <li>Pages work without JavaScript, in forced colours and high contrast, in light and dark, and in \
        print.</li>
        <li>Nothing moves unless you move it, and signing in asks for no puzzle and nothing to remember.</li>
        <li>A form that can’t be saved comes back with what you typed.</li>
        </ul></section>
        <section><h2>Known gaps</h2><ul>
        <li>Charts have been checked with automated tools and by keyboard, but not yet by people who use \
        screen readers every day.</li>
        <li>A chart’s points can’t be reached one by one with the keyboard; the table beside it holds the \
        same numbers.</li>
        <li>The site is in English only.</li>
        </ul></section>
        <section><h2>If something stands in your way</h2>
        <p>Tell whoever runs this site for your community. They can give you any figure in another form, \
        and pass the fault on to those who make \(Product.name).</p></section>
        </div>
        """
    }
}
