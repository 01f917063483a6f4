/* What the page does in the browser: keeps the address and the page in step, opens the viewer, copies citations.
   Runs once, as the load function of the page's head component; `element`, `trigger` and `watch` are Gradio's.
   The names of the parameters are owned by ui/page/state.py; only "flik" and the viewer's are known here. */
const VIEWER = ['dokument', 'sida', 'paragraf', 'ord'];
const root = document.documentElement;
let base = baseOf(location.search);
let loaded = false;
let asking = 0;
let movedOn = false;
let note = null;

function baseOf(search) {
  const params = new URLSearchParams(search);
  VIEWER.forEach((name) => params.delete(name));
  const text = params.toString();
  return text ? '?' + text : '?flik=sok';
}

function placeOf(search) {
  const params = new URLSearchParams(search);
  const place = new URLSearchParams();
  VIEWER.forEach((name) => params.has(name) && place.set(name, params.get(name)));
  return params.has('dokument') ? place.toString() : '';
}

function go(address) {
  history.pushState({}, '', address);
  base = baseOf(location.search);
}

/* One address is asked for at a time, and after it only the last of those that the reader went to meanwhile; what takes
   longer than this holds nobody up. */
const LOST = 3000;

function restore(first = false) {
  movedOn = asking > 0 && Date.now() - asking < LOST;
  if (movedOn) return;
  asking = Date.now();
  trigger('restore', { search: location.search, first });
}

/* -- the address follows what is shown -------------------------------------------------------------------------- */
const WAITS = 400;
const last = {};
let waiting = 0;

function tabOf(search) {
  return new URLSearchParams(search).get('flik') || 'sok';
}

function view(tab) {
  return document.getElementById('ps-vy-' + tab);
}

window.protokollspar = {
  busy(tab) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // A view that is not built yet has no element of its own.
      (view(tab) || document.getElementById('ps-innehall'))?.setAttribute('aria-busy', 'true');
      live.textContent = root.dataset.busy = root.lang === 'en' ? 'Working …' : 'Arbetar …';
    }, WAITS);
  },
  shown(panel) {
    const address = panel && panel.dataset.address;
    if (!address || panel.dataset.tab !== tabOf(address)) return;
    clearTimeout(waiting);
    delete root.dataset.busy;
    document.querySelectorAll('[aria-busy]').forEach((one) => one.removeAttribute('aria-busy'));
    const next = baseOf(address);
    const place = placeOf(location.search);
    last[tabOf(next)] = next;
    if (asking && (movedOn || tabOf(next) !== tabOf(location.search))) {
      // The reader has gone elsewhere meanwhile: their address is what is asked for now.
      loaded = true;
      asking = 0;
      restore();
      return;
    }
    if (!loaded) {
      loaded = true;
      history.replaceState({}, '', next + (place ? '&' + place : ''));
      base = next;
      beginAtTop();
      if (place) openViewer(place);
    } else if (next !== base && asking) {
      // The same question in the answer's own words (a form's order of names): one step back, not two.
      history.replaceState(history.state, '', next + (place ? '&' + place : ''));
      base = next;
    } else if (next !== base) {
      go(next);
    }
    asking = 0;
    settle(panel);
    tell(panel);
    if (wanted) requestAnimationFrame(reach);
  },
};

/* Gradio focuses the question of the first view before another one is shown: then the keys would begin in mid-page. */
function beginAtTop() {
  const top = document.getElementById('ps-huvud');
  if (!top || document.activeElement !== document.body) return;
  top.tabIndex = -1;
  top.focus({ preventScroll: true });
  top.blur();
  top.removeAttribute('tabindex');
}

/* What only the browser knows of a panel: whether there is room to unfold what folds on a telephone, and who it is
   that writes. */
const room = matchMedia('(width >= 1024px)');
const WHO = 'protokollspar-vem';

function settle(panel) {
  panel.querySelectorAll('details[data-wide]').forEach((one) => { one.open = room.matches; });
  panel.querySelectorAll('input[name=vem]').forEach((one) => { one.value ||= localStorage.getItem(WHO) || ''; });
}

room.addEventListener('change', () => document.querySelectorAll('.ps-panel').forEach(settle));

function tell(panel) {
  const heading = panel.querySelector('h1, h2');
  document.title = heading ? heading.textContent + ' – Protokollspår' : 'Protokollspår';
  live.lang = note ? note.lang : root.lang;
  live.textContent = note ? note.sentence : heading ? heading.textContent : '';
  if (note) leave(panel, note);
  note = null;
}

/* The form that told what was changed may be gone from the panel that shows it: the sentence stays at the top. */
function leave(panel, { sentence, lang }) {
  const told = document.createElement('p');
  told.className = 'ps-done';
  told.lang = lang;
  told.textContent = sentence;
  panel.prepend(told);
  // Who pressed the button far down would not see it; who is to be brought elsewhere is.
  if (!wanted) told.scrollIntoView({ block: 'nearest' });
}

/* Where the reader is to be when the next answer is shown: at its top, or at an element of it. */
let wanted = '';

function reach() {
  const target = document.getElementById(wanted);
  wanted = '';
  if (!target) return;
  target.setAttribute('tabindex', '-1');
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

function open(address, { top = true } = {}) {
  window.protokollspar.busy(tabOf(address));
  go(address);
  restore();
  if (top) scrollTo({ top: 0 });
}

addEventListener('popstate', () => {
  const next = baseOf(location.search);
  const place = placeOf(location.search);
  if (next !== base) {
    base = next;
    restore();
  }
  if (place) openViewer(place);
  else if (dialog.open) dialog.close();
});

/* -- light and dark ----------------------------------------------------------------------------------------------- */
function look(dark) {
  document.body.classList.toggle('dark', dark);
  const button = document.querySelector('[data-look]');
  if (button) button.textContent = dark ? button.dataset.light : button.dataset.dark;
}

const chosen = localStorage.getItem('protokollspar-utseende');
look(chosen ? chosen === 'dark' : document.body.classList.contains('dark'));
watch('value', () => look(document.body.classList.contains('dark')));

function turnLook() {
  const dark = !document.body.classList.contains('dark');
  localStorage.setItem('protokollspar-utseende', dark ? 'dark' : 'light');
  look(dark);
}

/* -- forms: asking by an address, changing by a post -------------------------------------------------------------- */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-ask], form[data-post]')) return;
  event.preventDefault();
  if (form.hasAttribute('data-ask')) ask(form);
  else post(form, new FormData(form, event.submitter));
});

function ask(form) {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (String(value).trim()) params.append(name, value);
  wanted = form.dataset.then || '';
  open('?' + params, { top: !wanted });
}

async function post(form, values) {
  const told = form.querySelector('[role=status]') || live;
  const buttons = form.querySelectorAll('button');
  buttons.forEach((one) => { one.disabled = true; });
  try {
    const answer = await fetch(form.dataset.post, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sprak: root.lang, ...Object.fromEntries(values) }),
    });
    const { told: sentence, lang = root.lang, address = form.dataset.after } = await answer.json();
    if (values.get('vem')) localStorage.setItem(WHO, values.get('vem'));
    told.lang = lang;
    told.textContent = sentence;
    told.classList.toggle('ps-refused', !answer.ok);
    if (answer.ok) {
      note = sentence ? { sentence, lang } : null;
      wanted = form.dataset.then || '';
      if (address) open(address, { top: !wanted });
      else restore();
    }
  } catch {
    told.lang = root.lang;
    told.textContent = root.lang === 'en' ? 'The program does not answer.' : 'Programmet svarar inte.';
  }
  buttons.forEach((one) => { one.disabled = false; });
}

/* -- paper: where it comes from stands at its end ------------------------------------------------------------------ */
const printed = document.createElement('p');
printed.className = 'ps-printed';
printed.setAttribute('aria-hidden', 'true');
document.body.append(printed);
addEventListener('beforeprint', () => {
  const day = new Date().toLocaleDateString(root.lang, { day: 'numeric', month: 'long', year: 'numeric' });
  printed.textContent = (root.lang === 'en' ? 'Printed ' : 'Utskrivet ') + day + '. ' + location.href;
});

/* -- what can be clicked ------------------------------------------------------------------------------------------ */
async function copy(button) {
  const text = button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    (dialog.open ? dialog : document.body).append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    button.focus();
  }
  const label = button.textContent;
  button.textContent = spoken('Kopierad', 'Copied');
  say(spoken('Kopierat: ', 'Copied: ') + text);
  setTimeout(() => { button.textContent = label; }, 1800);
}

function jump(link) {
  const target = document.getElementById(link.getAttribute('href').slice(1));
  if (!target) return;
  target.querySelector('details')?.setAttribute('open', '');
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

const ACTS = [
  ['[data-copy]', copy],
  ['a[data-jump]', jump],
  ['a[data-skip]', () => { const main = document.getElementById('ps-innehall'); main.tabIndex = -1; main.focus(); }],
  ['[data-close]', () => dialog.close()],
  ['[data-zoom]', (hit) => zoomBy(Number(hit.dataset.zoom))],
  ['[data-turn]', () => setTurn(turned + 90)],
  ['[data-leaf]', turnTo],
  ['[data-look]', turnLook],
  ['[data-print]', () => print()],
  ['a[data-view]', (hit) => openAt(hit.getAttribute('href'))],
  ['a[data-tab-link]', (hit) => { const tab = hit.dataset.tabLink; open(tab === tabOf(base) ? hit.getAttribute('href') : last[tab] || hit.getAttribute('href')); }],
  ['a[data-language]', (hit) => { const now = new URLSearchParams(location.search); now.set('sprak', hit.dataset.language); location.assign('?' + now); }],
  ['a[data-state]', (hit) => { wanted = hit.dataset.then || ''; open(hit.getAttribute('href'), { top: !wanted }); }],
];

document.addEventListener('click', (event) => {
  if (event.target === dialog) { dialog.close(); return; }
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
  const hit = event.target.closest(ACTS.map(([selector]) => selector).join(', '));
  if (!hit || !plain || hit.disabled) return;
  event.preventDefault();
  ACTS.find(([selector]) => hit.matches(selector))[1](hit);
});

window.protokollspar.busy(tabOf(location.search));
restore(true);
