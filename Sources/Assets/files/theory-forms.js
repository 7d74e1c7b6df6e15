// Editing a theory in its drawing: what can be done with a box, an arrow and a column.

const pathOf = link => link.getAttribute('href')
const button = (text, act) => {
  const made = element('button', { type: 'button', class: 'quiet' }, text)
  made.addEventListener('click', act)
  return made
}
const wayTo = (path, text) => element('p', {}, element('a', { href: path }, text))

/** Ends a change that is saved: the drawing and the list show it, the panel closes, a sentence says what was done. */
async function finish(text, back) {
  await refresh()
  if (back) goBack = back
  leave()
  announce(text)
}

/** Where the focus goes back to: the box, or the line of the list that the panel was opened from. */
function backTo(id, opener) {
  if (!opener) return () => focusBox(id)
  return () => (document.getElementById(`row-${id}`)?.querySelector('summary') ?? opener).focus()
}

async function openBox(id, part = 'words', opener) {
  const box = boxOf(id)
  const path = pathOf(box)
  const page = await load(path)
  if (!page) return
  const main = formOf(page, path, 'title')
  const removal = formOf(page, `${path}/removal`, 'reason')
  // Somebody has taken it out meanwhile: its page tells who and why.
  if (!main || !removal) return location.assign(path)
  open(box.getAttribute('aria-label'), box, backTo(id, opener))
  const form = mount(main, body => finish(`Saved: “${body.get('title')}”.`))
  const all = path.replace(/\/[^/]+$/, '')
  const [back, on] = liesInRows() ? ['Move left', 'Move right'] : ['Move up', 'Move down']
  panelBody.append(element('div', { class: 'actions' },
    button('Draw an arrow from here', () => leaveFor(() => startArrow(id))),
    button('Add what leads to it', () => openAddition(`${all}?to=${id}`, backTo(id, opener), box)),
    button(back, () => moveBy(id, -1)),
    button(on, () => moveBy(id, 1))))
  const edges = edgesOf(id)
  if (edges.length > 0) {
    const items = edges.map(edge => {
      const way = element('button', { type: 'button', class: 'link' }, edge.getAttribute('aria-label'))
      way.addEventListener('click', () => openEdge(edge, backTo(id, opener)))
      return element('li', {}, way)
    })
    panelBody.append(element('h3', {}, 'Its arrows'), element('ul', {}, ...items))
  }
  const out = section('Take it out')
  const peers = peersOf(box)
  const place = peers.indexOf(box)
  const next = (peers[place + 1] ?? peers[place - 1] ?? boxOf(edges[0]?.dataset.to))?.dataset.node
  const gone = `Taken out: “${titleOf(id)}”. It is kept, with the reason.`
  const last = mount(removal, () => finish(gone, () => focusBox(next)), out)
  panelBody.append(wayTo(path, 'Its page: measures, cycles, history'))
  if (part === 'removal') out.open = true
  begin(part === 'removal' ? last : form)
}

/** Closes the panel for something that is done in the drawing. */
function leaveFor(act) {
  goBack = act
  leave()
}

async function openArrow(from, to, opener) {
  const box = boxOf(from)
  const path = pathOf(box)
  const page = await load(path)
  if (!page) return
  const form = formOf(page, `${path}/arrows`, 'to', 'because')
  const choices = [...form?.elements.namedItem('to').options ?? []].map(choice => choice.value)
  if (!form || (to && !choices.includes(to))) {
    focusBox(from)
    const end = to ? `to “${titleOf(to)}”` : 'to anything'
    return announce(`No new arrow leads from “${titleOf(from)}” ${end}: `
      + 'there is one, or it would lead back to where it starts.')
  }
  open(`A new arrow from “${titleOf(from)}”`, box, backTo(from, opener))
  const mounted = mount(form, body =>
    finish(`Drawn: an arrow from “${titleOf(from)}” to “${titleOf(body.get('to'))}”.`))
  if (to) mounted.elements.namedItem('to').value = to
  mounted.elements.namedItem('because').focus()
}

async function openEdge(edge, back) {
  const path = pathOf(edge)
  const page = await load(path)
  if (!page) return
  const main = formOf(page, path, 'because')
  const removal = formOf(page, `${path}/removal`, 'reason')
  if (!main || !removal) return location.assign(path)
  const [from, to] = [edge.dataset.from, edge.dataset.to]
  const name = `from “${titleOf(from)}” to “${titleOf(to)}”`
  open(edge.getAttribute('aria-label'), edge, back ?? backTo(from))
  const form = mount(main, () => finish(`Saved: the arrow ${name}.`))
  const gone = `Taken out: the arrow ${name}. It is kept, with the reason.`
  mount(removal, () => finish(gone), section('Take the arrow out'))
  panelBody.append(wayTo(path, 'Its page: evidence, judgement, history'))
  begin(form)
}

async function openAddition(path, back, about) {
  const page = await load(path)
  if (!page) return
  const form = formOf(page, new URL(path, location.href).pathname, 'kind', 'title')
  if (!form) return location.assign(path)
  const before = new Set(boxes().map(box => box.dataset.node))
  open(page.querySelector('h1').textContent, about, back)
  const mounted = mount(form, body => finish(`Added: “${body.get('title')}”.`, () => {
    const added = boxes().find(box => !before.has(box.dataset.node))
    if (added) focusBox(added.dataset.node)
  }))
  if (!isTouched) mounted.elements.namedItem('title').focus()
}

// MARK: What a person does

/** A part of the drawing, or a link of the page that says what it opens. */
function act(part) {
  const id = part.dataset.node ?? part.dataset.of
  if (part.matches('a.box')) return choose(id)
  stopArrow()
  if (part.matches('a.edge')) return openEdge(part)
  if (part.matches('a.add')) return openAddition(pathOf(part), () => focusAddition(pathOf(part)), part)
  switch (part.dataset.panel) {
    case 'addition': return openAddition(pathOf(part), id ? backTo(id, part) : () => part.focus())
    case 'arrow': return openArrow(id, undefined, part)
    default: return openBox(id, part.dataset.panel, part)
  }
}

function focusAddition(path) {
  [...document.querySelectorAll('svg.theory a.add')].find(add => pathOf(add) === path)?.focus()
}

document.addEventListener('click', event => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const part = event.target.closest('svg.theory :is(a.box, a.edge, a.add), a[data-panel]')
  // Without boxes there is nothing to show a change in.
  if (!part || !picture()) return
  event.preventDefault()
  act(part)
})

document.addEventListener('keydown', event => {
  isTouched = false
  if (event.key === 'Escape' && source && !panel.open) {
    stopArrow()
    return announce('No arrow was drawn.')
  }
  const box = event.target.closest?.('svg.theory a.box')
  if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return
  const id = box.dataset.node
  if (event.altKey && event.key in directions) {
    const [axis, step] = directions[event.key]
    if (axis === 'x' && !liesInRows()) return
    event.preventDefault()
    moveBy(id, step)
  } else if (event.altKey) {
    return
  } else if (event.key in directions) {
    event.preventDefault()
    const next = neighbour(box, event.key)
    if (next) focusBox(next.dataset.node)
  } else if (event.key === 'Home' || event.key === 'End') {
    event.preventDefault()
    focusBox(peersOf(box).at(event.key === 'Home' ? 0 : -1).dataset.node)
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    choose(id)
  }
})

document.addEventListener('focusin', event => {
  const box = event.target.closest?.('svg.theory a.box')
  if (!box) return
  boxOf(current)?.setAttribute('tabindex', '-1')
  current = box.dataset.node
  for (const other of boxes()) other.setAttribute('tabindex', other === box ? '0' : '-1')
})

// The list changes the order in place as well.
document.addEventListener('submit', event => {
  const row = event.target.closest('[data-part="list"] .tree-row')
  if (!row || !event.target.elements.namedItem('list')) return
  event.preventDefault()
  const id = row.id.replace('row-', '')
  const direction = event.submitter?.value
  moveBy(id, direction === 'up' ? -1 : 1).then(() => {
    document.querySelector(`[id="row-${id}"] button[value="${direction}"]`)?.focus()
  })
})

setUp()
