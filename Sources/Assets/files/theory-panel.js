// Editing a theory in its drawing: the panel.
//
// It shows the forms of the pages that change a node or an arrow, and sends them as these pages would. What was typed
// is never lost: it stays in the form while nothing is saved, and comes back when the panel is opened again.

const panel = document.createElement('dialog')
panel.className = 'edit-panel'
panel.setAttribute('aria-labelledby', 'edit-heading')
panel.append(
  element('div', { class: 'edit-head' },
    element('h2', { id: 'edit-heading', tabindex: '-1' }),
    element('button', { type: 'button', class: 'quiet' }, 'Close')),
  element('p', { class: 'muted', role: 'status' }),
  element('div', { class: 'edit-body' }))
document.body.append(panel)
const [heading, closing] = panel.firstChild.children
const [, panelStatus, panelBody] = panel.children

// What was typed into forms that were closed before they were sent.
const kept = new Map()
// What the forms of the panel held when they were shown, and what follows once each is saved.
const shown = new Map()
let goBack = () => {}
let isUp = false
let forms = 0

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

// MARK: Pages

const unanswered = 'There is no answer. Check the connection and try again.'
const read = text => new DOMParser().parseFromString(text, 'text/html')

/** A page of this site; nothing where it has to be visited itself: to sign in, say. */
async function load(href) {
  try {
    const answer = await fetch(href, { headers: { accept: 'text/html' } })
    if (answer.ok) return read(await answer.text())
  } catch {
    return announce(unanswered)
  }
  location.assign(href)
}

/** Sends a form: what was done, or else the page that was answered with. */
async function send(action, body) {
  let answer
  try {
    answer = await fetch(action, { method: 'POST', body, headers: { accept: 'text/html' } })
    const done = answer.redirected && new URL(answer.url).searchParams.get('done')
    if (done && done !== 'form-kept') return { done }
    return { page: read(await answer.text()), status: answer.status }
  } catch {
    return { status: 0 }
  }
}

/** What an answer without a form says. */
function words(answer) {
  if (answer.status === 0) return `Nothing has been saved. ${unanswered}`
  if (answer.status === 401) return 'Nothing has been saved: your session has ended. Sign in in a new tab first.'
  const lines = [...answer.page.querySelectorAll('main h1, main h1 ~ p')].slice(0, 2)
  return lines.map(line => line.textContent.trim().replace(/[^.?!]$/, '$&.')).join(' ') || 'Nothing has been saved.'
}

// MARK: Forms

/** The form of a page that is sent to an address and asks for some fields. */
function formOf(page, action, ...names) {
  return [...page.querySelectorAll('main form')].find(form =>
    form.getAttribute('action') === action && names.every(name => form.elements.namedItem(name)))
}

// What a form asks for; which of two versions is taken, where there are two, is asked beside it.
const fieldsOf = form => [...form.elements].filter(field =>
  field.name && !['hidden', 'submit', 'radio'].includes(field.type))
const contentOf = form => new URLSearchParams(new FormData(form)).toString()
const keyOf = form => `${form.getAttribute('action')} ${fieldsOf(form).map(field => field.name).join(' ')}`

/** Puts a form into the panel, with ids of its own. */
function mount(form, after, place = panelBody) {
  const copy = document.importNode(form, true)
  const prefix = `edit-${++forms}-`
  for (const part of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'aria-describedby', 'aria-labelledby']) {
      const ids = part.getAttribute(name)
      if (ids) part.setAttribute(name, ids.split(' ').map(id => prefix + id).join(' '))
    }
    const way = part.getAttribute('href')
    if (way?.startsWith('#')) part.setAttribute('href', `#${prefix}${way.slice(1)}`)
  }
  place.append(copy)
  shown.set(copy, { content: contentOf(copy), after })
  restore(copy)
  return copy
}

/** Fills a form in with what was typed into it before. */
function restore(form) {
  const typed = kept.get(keyOf(form))
  if (!typed) return
  const fresh = [...form.elements].filter(field => typed.has(field.name)).map(field => [field, field.value])
  for (const [field] of fresh) field.value = typed.get(field.name)
  const again = element('button', { type: 'button', class: 'link' }, 'Drop it')
  const note = element('div', { class: 'notice' },
    element('p', {}, 'What you typed before is back. It has not been saved yet. ', again))
  again.addEventListener('click', () => {
    kept.delete(keyOf(form))
    for (const [field, value] of fresh) field.value = value
    note.remove()
    fieldsOf(form)[0]?.focus()
  })
  form.prepend(note)
}

const isTyped = form => contentOf(form) !== shown.get(form)?.content

function keep(form) {
  const typed = new Map(fieldsOf(form).map(field => [field.name, field.value]))
  // A form that comes back was still made from what its sender saw.
  const revision = form.elements.namedItem('revision')
  if (revision) typed.set('revision', revision.value)
  kept.set(keyOf(form), typed)
}

function keepTyped() {
  for (const form of shown.keys()) {
    if (!form.isConnected) continue
    if (isTyped(form)) keep(form)
    else kept.delete(keyOf(form))
  }
  shown.clear()
}

async function submit(form, button) {
  if (form.hasAttribute('aria-busy')) return
  form.setAttribute('aria-busy', 'true')
  const body = new URLSearchParams(new FormData(form))
  if (button?.name) body.append(button.name, button.value)
  const action = form.getAttribute('action')
  const { after } = shown.get(form)
  const answer = await send(action, body)
  form.removeAttribute('aria-busy')
  if (answer.done) {
    kept.delete(keyOf(form))
    shown.delete(form)
    return after(body)
  }
  // It was closed meanwhile, and with that kept.
  if (!form.isConnected) return announce('That was not saved. What you typed comes back when you open it again.')
  const again = answer.page?.querySelector('form#draft')
    ?? (answer.page && formOf(answer.page, action, ...fieldsOf(form).map(field => field.name)))
  if (!again) return refuse(form, answer)
  kept.delete(keyOf(form))
  shown.delete(form)
  const place = element('div', {})
  form.replaceWith(place)
  const fresh = mount(again, after, place)
  // It isn't saved, so closing the panel keeps it.
  shown.get(fresh).content = ''
  const summary = fresh.querySelector('.error-summary')
  if (summary) summary.focus()
  else fieldsOf(fresh)[0]?.focus()
}

/** Says above a form, which stays as it is, why it wasn't taken. */
function refuse(form, answer) {
  form.querySelector('.refusal')?.remove()
  const box = element('div', { class: 'error-summary refusal', role: 'alert', tabindex: '-1' })
  if (answer.status === 401) {
    const way = element('a', { href: '/sign-in', target: '_blank', rel: 'noopener' }, 'Sign in (in a new tab)')
    box.append(element('p', {}, 'Your session has ended, and nothing has been saved. What you typed is still here. ',
      way, ', then come back and send it again.'))
  } else {
    box.append(element('p', {}, words(answer)))
  }
  form.prepend(box)
  box.focus()
}

// MARK: Opening and closing

/** Opens the panel, on the side where what it is about stays in sight. */
function open(title, about, back) {
  keepTyped()
  heading.textContent = title
  panelStatus.textContent = ''
  panelBody.replaceChildren()
  goBack = back
  const right = about?.getBoundingClientRect().right ?? 0
  panel.classList.toggle('at-start', right > innerWidth - 440 && innerWidth > 880)
  isUp = true
  if (!panel.open) panel.showModal()
  panel.scrollTop = 0
  heading.focus()
}

function section(title, ...children) {
  const made = element('details', {}, element('summary', {}, title), ...children)
  panelBody.append(made)
  return made
}

/** Puts the focus into a form; on a touch screen the keyboard waits until it is asked for. */
function begin(form) {
  if (!isTouched) fieldsOf(form).find(field => !field.value || field.type !== 'select-one')?.focus()
}

/** Closes the panel, and keeps what was typed. The focus goes where it is wanted, before anything else happens. */
function leave() {
  if (!isUp) return
  isUp = false
  keepTyped()
  panelBody.replaceChildren()
  panel.close()
  goBack()
}

closing.addEventListener('click', leave)
panel.addEventListener('cancel', event => {
  event.preventDefault()
  leave()
})
panel.addEventListener('close', leave)
panel.addEventListener('click', event => {
  if (event.target === panel) leave()
})
panel.addEventListener('submit', event => {
  event.preventDefault()
  submit(event.target, event.submitter)
})
addEventListener('beforeunload', event => {
  if (kept.size > 0 || [...shown.keys()].some(form => form.isConnected && isTyped(form))) event.preventDefault()
})
