// Editing a theory in its drawing, by mouse, touch and keyboard.
//
// The page does without: every part of the drawing is a link to the page that changes it, and the list has all of them.
// Here the forms of those pages open beside the drawing. What is right, and who may do it, the server decides.

const picture = () => document.querySelector('[data-part="drawing"] svg.theory')
const boxes = () => [...(picture()?.querySelectorAll('a.box') ?? [])]
const boxOf = id => boxes().find(box => box.dataset.node === id)
const titleOf = id => boxOf(id)?.getAttribute('aria-label').replace(/^[^:]*: /, '') ?? ''
const liesInRows = () => picture().classList.contains('rows')
const edgesOf = id => [...picture().querySelectorAll('a.edge')].filter(
  edge => edge.dataset.from === id || edge.dataset.to === id)

// The box that the Tab key leads to; the one that an arrow is being drawn from.
let current
let source
let isTouched = false

const help = element('p', { class: 'muted small' },
  'Choose a box or an arrow to change it. Drag the dot at its corner to another box to draw an arrow, and drag a '
    + 'box to another place among those of its kind. ',
  element('span', { class: 'by-keyboard' },
    'By keyboard: arrow keys go from box to box, Enter opens one, Alt with an arrow key moves it.'))
const status = element('p', { class: 'edit-said', role: 'status' })
const tools = element('div', { class: 'edit-tools no-print' }, help, status)

function announce(text) {
  status.textContent = text
  panelStatus.textContent = panel.open ? text : ''
}

// MARK: Where things lie

function frameOf(box) {
  const rect = box.querySelector('rect')
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(name => Number(rect.getAttribute(name)))
  return { x, y, width, height }
}

/** The boxes that a box may change places with, from the start of its column or row. */
function peersOf(box) {
  const across = liesInRows() ? 'x' : 'y'
  return boxes().filter(other => other.dataset.group === box.dataset.group)
    .sort((one, other) => frameOf(one)[across] - frameOf(other)[across])
}

const directions = { ArrowLeft: ['x', -1], ArrowRight: ['x', 1], ArrowUp: ['y', -1], ArrowDown: ['y', 1] }

/** The next box in a direction: in the same column or row, or the nearest one of the next that has any. */
function neighbour(box, key) {
  const [axis, sign] = directions[key]
  const other = axis === 'x' ? 'y' : 'x'
  const here = frameOf(box)
  const isAcross = axis === (liesInRows() ? 'x' : 'y')
  const far = (one, on) => Math.abs(frameOf(one)[on] - here[on])
  return boxes()
    .filter(one => (frameOf(one)[axis] - here[axis]) * sign > 0 && (!isAcross || far(one, other) === 0))
    .sort((one, two) => far(one, axis) - far(two, axis) || far(one, other) - far(two, other))[0]
}

function focusBox(id) {
  const box = boxOf(id) ?? boxes()[0]
  if (!box) return
  box.focus()
  box.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

// MARK: The picture

/** Makes what the server has drawn ready to be edited. */
function setUp() {
  const svg = picture()
  if (!svg) return
  svg.closest('.picture').before(tools)
  for (const part of svg.querySelectorAll('a')) {
    part.setAttribute('role', 'button')
    part.setAttribute('aria-haspopup', 'dialog')
  }
  for (const box of boxes()) {
    box.setAttribute('tabindex', '-1')
    addGrips(svg, box)
  }
  const stop = boxOf(current) ?? boxes()[0]
  stop?.setAttribute('tabindex', '0')
}

function addGrips(svg, box) {
  const { x, y, width, height } = frameOf(box)
  const isLogicModel = location.search.includes('drawing=logic-model')
  const [dotX, dotY] = liesInRows() ? [x + width, y] : [isLogicModel ? x + width : x, y + height]
  const [gripX, gripY] = liesInRows() ? [x + width, y + height / 2] : [x + width / 2, y + height]
  const draw = (name, attributes, parent) => {
    const made = document.createElementNS(svg.namespaceURI, name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    parent.append(made)
    return made
  }
  const grip = draw('g', { class: 'grip' }, box)
  const [wide, high] = liesInRows() ? [10, 28] : [28, 10]
  draw('rect', { class: 'reach', x: gripX - 14, y: gripY - 14, width: 28, height: 28 }, grip)
  draw('rect', { class: 'dot', x: gripX - wide / 2, y: gripY - high / 2, width: wide, height: high, rx: 5 }, grip)
  draw('title', {}, grip).textContent = 'Drag it to another place'
  const handle = draw('g', { class: 'handle' }, box)
  draw('circle', { class: 'reach', cx: dotX, cy: dotY, r: 14 }, handle)
  draw('circle', { class: 'dot', cx: dotX, cy: dotY, r: 6 }, handle)
  draw('title', {}, handle).textContent = 'Draw an arrow from here'
  hold(grip)
  hold(handle)
}

/** Takes the parts of the page that a change may have touched from the server anew. */
async function refresh() {
  const address = new URL(location.href)
  address.searchParams.delete('done')
  address.hash = ''
  const page = await load(address)
  if (!page) return
  const parts = [...document.querySelectorAll('[data-part]')]
  const fresh = parts.map(part => page.querySelector(`[data-part="${part.dataset.part}"]`))
  // The first node of a theory brings its drawing, and the last one takes it away.
  if (fresh.includes(null) || page.querySelectorAll('[data-part]').length !== parts.length) {
    kept.clear()
    return location.assign(address)
  }
  const opened = [...document.querySelectorAll('.row-changes[open]')].map(row => row.parentElement.id)
  const before = picture().closest('.picture').scrollLeft
  parts.forEach((part, index) => part.replaceWith(document.adoptNode(fresh[index])))
  for (const id of opened) document.getElementById(id)?.querySelector('.row-changes')?.setAttribute('open', '')
  setUp()
  picture().closest('.picture').scrollLeft = before
}

// MARK: Places

let queue = Promise.resolve()

/** One change after the other. */
function inTurn(work) {
  queue = queue.then(work).catch(() => announce('That could not be done. Load the page again.'))
  return queue
}

function moveBy(id, step) {
  return inTurn(() => {
    const peers = peersOf(boxOf(id))
    const place = peers.indexOf(boxOf(id)) + step
    if (peers[place]) return moveTo(id, place)
    announce(`“${titleOf(id)}” is the ${step < 0 ? 'first' : 'last'} one already.`)
  })
}

async function moveTo(id, place) {
  const form = document.getElementById(`row-${id}`)?.querySelector('.row-changes form')
  const body = new URLSearchParams(new FormData(form))
  body.set('place', place)
  const answer = await send(form.getAttribute('action'), body)
  const count = peersOf(boxOf(id)).length
  if (answer.done) {
    await refresh()
  } else {
    picture().classList.remove('is-ordered')
    for (const box of boxes()) box.style.transform = ''
  }
  if (!panel.open) focusBox(id)
  announce(answer.done ? `“${titleOf(id)}” is number ${place + 1} of ${count} now.` : words(answer))
}

// MARK: Drawing an arrow without dragging

function startArrow(id) {
  stopArrow()
  source = id
  picture().classList.add('is-drawn')
  boxOf(id).classList.add('source')
  focusBox(id)
  announce(`An arrow from “${titleOf(id)}”: go to the box that it brings about and press Enter, or click it. `
    + 'Escape ends this.')
}

function stopArrow() {
  picture()?.classList.remove('is-drawn')
  boxOf(source)?.classList.remove('source')
  source = undefined
}

function choose(id) {
  if (!source) return openBox(id)
  const from = source
  stopArrow()
  if (from === id) announce('No arrow was drawn.')
  else openArrow(from, id)
}
