// Editing a theory in its drawing: by mouse and by touch.
//
// An arrow is drawn from the dot of a box to another box; a box is dragged to another place in its column or row. By
// touch only the dot and the grip are dragged: anywhere else a finger scrolls.

const farEnough = 5
const nearEdge = 36
let swallowsClick = false

/** A place in the window, as one of the picture. */
function placeIn(svg, event) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse())
}

/** Follows a pointer until it is let go; Escape and whatever takes the pointer away cancel. */
function follow(start, { move, drop, cancel, tap }) {
  let last = start
  let hasMoved = false
  let frame = 0
  const region = picture().closest('.picture')
  const scroll = () => {
    const box = region.getBoundingClientRect()
    // Only towards an edge that it is led to: a drag may well begin near one.
    const pull = (at, begun, from, to) =>
      at < Math.min(from + nearEdge, begun - farEnough) ? -6 : at > Math.max(to - nearEdge, begun + farEnough) ? 6 : 0
    region.scrollLeft += pull(last.clientX, start.clientX, Math.max(box.left, 0), Math.min(box.right, innerWidth))
    scrollBy(0, pull(last.clientY, start.clientY, 0, innerHeight))
    move(last)
    frame = requestAnimationFrame(scroll)
  }
  const moved = event => {
    if (event.pointerId !== start.pointerId) return
    last = event
    if (!hasMoved && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < farEnough) return
    if (!hasMoved) {
      hasMoved = true
      frame = requestAnimationFrame(scroll)
    }
    event.preventDefault()
    move(event)
  }
  const end = wasDropped => {
    cancelAnimationFrame(frame)
    for (const [name, listener] of listeners) removeEventListener(name, listener, true)
    if (!hasMoved && !(wasDropped && tap)) return cancel()
    // What a drag ends with is no click.
    swallowsClick = true
    setTimeout(() => { swallowsClick = false })
    if (!hasMoved) tap()
    else if (wasDropped) drop(last)
    else cancel()
  }
  const listeners = [
    ['pointermove', moved],
    ['pointerup', event => event.pointerId === start.pointerId && end(true)],
    ['pointercancel', event => event.pointerId === start.pointerId && end(false)],
    ['keydown', event => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end(false)
    }],
  ]
  for (const [name, listener] of listeners) addEventListener(name, listener, true)
}

// MARK: An arrow

function dragArrow(start, box) {
  const svg = picture()
  const line = document.createElementNS(svg.namespaceURI, 'path')
  line.setAttribute('class', 'new-arrow')
  const dot = box.querySelector('.handle .dot')
  const from = { x: Number(dot.getAttribute('cx')), y: Number(dot.getAttribute('cy')) }
  let target
  const aim = next => {
    target?.classList.remove('target')
    target = next
    target?.classList.add('target')
  }
  const clear = () => {
    aim()
    line.remove()
    svg.classList.remove('is-drawn')
  }
  follow(start, {
    move(event) {
      svg.classList.add('is-drawn')
      if (!line.isConnected) svg.append(line)
      const to = placeIn(svg, event)
      line.setAttribute('d', `M${from.x} ${from.y}L${to.x} ${to.y}`)
      const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('a.box')
      aim(under === box ? undefined : under ?? undefined)
    },
    drop() {
      const end = target?.dataset.node
      clear()
      if (end) openArrow(box.dataset.node, end)
      else announce('No arrow: it was let go beside the boxes.')
    },
    cancel: clear,
    tap: () => startArrow(box.dataset.node),
  })
}

// MARK: A place

function dragBox(start, box) {
  const svg = picture()
  const axis = liesInRows() ? 'x' : 'y'
  const peers = peersOf(box)
  const index = peers.indexOf(box)
  // Boxes of another kind may lie between them.
  const slots = peers.map(other => frameOf(other)[axis])
  const begun = placeIn(svg, start)[axis]
  const shift = (other, by) => {
    other.style.transform = by ? `translate${axis.toUpperCase()}(${by}px)` : ''
  }
  let place = index
  const clear = () => {
    svg.classList.remove('is-ordered')
    box.classList.remove('moving')
    for (const other of peers) shift(other, 0)
  }
  follow(start, {
    move(event) {
      svg.classList.add('is-ordered')
      box.classList.add('moving')
      const at = Math.min(Math.max(slots[index] + placeIn(svg, event)[axis] - begun, slots[0]), slots.at(-1))
      const far = slots.map(slot => Math.abs(slot - at))
      place = far.indexOf(Math.min(...far))
      peers.forEach((other, from) => {
        const gives = from > index && from <= place ? -1 : from < index && from >= place ? 1 : 0
        shift(other, from === index ? at - slots[index] : slots[from + gives] - slots[from])
      })
    },
    drop() {
      box.classList.remove('moving')
      shift(box, slots[place] - slots[index])
      if (place === index) clear()
      else inTurn(() => moveTo(box.dataset.node, place))
    },
    cancel: clear,
    // A finger on the grip sends no click: it may not scroll.
    tap: isTouched ? () => openBox(box.dataset.node) : undefined,
  })
}

/** Keeps a finger that begins on a dot or a grip from scrolling. */
function hold(part) {
  part.addEventListener('touchstart', event => event.preventDefault(), { passive: false })
}

addEventListener('click', event => {
  if (!swallowsClick) return
  swallowsClick = false
  event.preventDefault()
  event.stopPropagation()
}, true)
addEventListener('dragstart', event => {
  // A link would be dragged as a link.
  if (event.target.closest?.('svg.theory')) event.preventDefault()
})
addEventListener('pointerdown', event => {
  isTouched = event.pointerType === 'touch'
  const box = event.target.closest?.('svg.theory a.box')
  if (!box || !event.isPrimary || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.target.closest('.handle')) dragArrow(event, box)
  else if (!source && (event.pointerType !== 'touch' || event.target.closest('.grip'))) dragBox(event, box)
})
