/** Runs in the page: polls, shows new messages, announces them to screen readers, copies codes. */
export const outboxScript = `
const list = document.getElementById('messages')
const announcement = document.getElementById('announcement')
const empty = document.getElementById('empty')
const connection = document.getElementById('connection')

const localise = (root) => {
  for (const time of root.querySelectorAll('time')) {
    const date = new Date(time.dateTime)
    time.textContent = date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
  }
}

const show = (page) => {
  const wanted = [...page.querySelectorAll('#messages > li')]
  const ids = new Set(wanted.map((item) => item.id))
  for (const item of [...list.children]) if (!ids.has(item.id)) item.remove()
  const added = wanted.filter((item) => !document.getElementById(item.id))
  for (const item of added.reverse()) {
    const copy = document.importNode(item, true)
    localise(copy)
    copy.classList.add('new')
    list.prepend(copy)
    announcement.textContent = copy.querySelector('h2').textContent + ' ' +
      copy.querySelector('.to').textContent + ': ' + copy.querySelector('.code code').textContent
  }
  empty.hidden = list.children.length > 0
}

const showConnection = (text, lost) => {
  if (connection.textContent !== text) connection.textContent = text
  connection.classList.toggle('lost', lost)
}

const poll = async () => {
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } })
    show(new DOMParser().parseFromString(await response.text(), 'text/html'))
    showConnection('Updates by itself', false)
  } catch {
    showConnection('The sandbox does not respond', true)
  }
  setTimeout(poll, 1000)
}

list.addEventListener('click', async (event) => {
  const button = event.target.closest('button[data-copy]')
  if (!button) return
  try {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = 'Copied'
    announcement.textContent = 'Copied ' + button.dataset.copy
  } catch {
    getSelection().selectAllChildren(button.previousElementSibling)
    button.textContent = 'Selected'
  }
  setTimeout(() => { button.textContent = 'Copy' }, 1500)
})

localise(list)
setTimeout(poll, 1000)
`
