/* What the page does in the browser: keeps the address and the page in step, opens the viewer, copies citations.
   Runs once, as the load function of the page's head component; `element`, `trigger` and `watch` are Gradio's.
   The names of the parameters are owned by ui/page/state.py; only "flik" and the viewer's are known here. */
const VIEWER = ['dokument', 'sida', 'paragraf', 'ord'];
const ZOOMS = [1, 1.35, 1.8, 2.5];
const root = document.documentElement;
let base = baseOf(location.search);
let loaded = false;
let zoom = 0;

root.lang = 'sv';

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

function restore(first = false) {
  trigger('restore', { search: location.search, first });
}

/* -- the address follows what is shown -------------------------------------------------------------------------- */
window.protokollspar = {
  shown(panel) {
    const address = panel && panel.dataset.address;
    // A restored address fills both tabs; only the one in front speaks for the page.
    if (!address || panel.dataset.tab !== new URLSearchParams(address).get('flik')) return;
    const next = baseOf(address);
    const place = placeOf(location.search);
    if (!loaded) {
      loaded = true;
      history.replaceState({}, '', next + (place ? '&' + place : ''));
      base = next;
      if (place) openViewer(place);
    } else if (next !== base) {
      go(next);
    }
    setTitle(panel);
  },
  tab(name) {
    const params = new URLSearchParams(base);
    if (params.get('flik') === name) return;
    params.set('flik', name);
    go('?' + params);
    const panel = document.querySelector('[data-tab="' + name + '"]');
    if (panel) setTitle(panel);
  },
};

function setTitle(panel) {
  const heading = panel.querySelector('h2');
  document.title = heading ? heading.textContent + ' – Protokollspår' : 'Protokollspår';
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

/* -- the viewer --------------------------------------------------------------------------------------------------- */
const dialog = document.createElement('dialog');
dialog.className = 'ps-viewer';
dialog.id = 'ps-viewer';
dialog.setAttribute('aria-labelledby', 'ps-leaf-title');
document.body.append(dialog);
const live = document.createElement('p');
live.className = 'ps-live';
live.setAttribute('role', 'status');
document.body.append(live);

async function openViewer(place) {
  dialog.setAttribute('aria-busy', 'true');
  if (!dialog.open) {
    dialog.innerHTML = '<p class="ps-leaf" id="ps-leaf-title">Hämtar sidan …</p>';
    dialog.showModal();
  }
  try {
    const answer = await fetch('/blad?' + place);
    dialog.innerHTML = await answer.text();
  } catch {
    dialog.innerHTML = '<div class="ps-leaf ps-warning"><h2 id="ps-leaf-title">Sidan gick inte att hämta</h2>' +
      '<p>Programmet svarar inte. Starta det igen med protokollspar serve.</p>' +
      '<button type="button" class="ps-button" data-close>Stäng</button></div>';
  }
  dialog.removeAttribute('aria-busy');
  setZoom(zoom);
  dialog.querySelector('[data-close]')?.focus({ preventScroll: true });
  const mark = dialog.querySelector('.ps-mark');
  if (mark) mark.scrollIntoView({ block: 'center', inline: 'nearest' });
  else dialog.scrollTop = 0;
}

dialog.addEventListener('close', () => {
  if (!placeOf(location.search)) return;
  if (history.state && history.state.viewer) history.back();
  else history.replaceState({}, '', base);
});

function setZoom(level) {
  zoom = Math.max(0, Math.min(ZOOMS.length - 1, level));
  dialog.style.setProperty('--ps-zoom', ZOOMS[zoom]);
  dialog.querySelectorAll('[data-zoom]').forEach((button) => {
    button.disabled = Number(button.dataset.zoom) < 0 ? zoom === 0 : zoom === ZOOMS.length - 1;
  });
}

async function turnTo(button) {
  const place = button.dataset.leaf.split('?')[1];
  const label = button.textContent;
  history.replaceState(history.state, '', base + '&' + place);
  await openViewer(place);
  const again = [...dialog.querySelectorAll('[data-leaf], [data-close]')].find((one) => one.textContent === label);
  (again || dialog.querySelector('[data-close]')).focus();
}

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
  button.textContent = 'Kopierad';
  live.textContent = 'Hänvisningen är kopierad: ' + text;
  setTimeout(() => { button.textContent = label; }, 1800);
}

function jump(link) {
  const target = document.getElementById(link.getAttribute('href').slice(1));
  if (!target) return;
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
  const hit = event.target.closest(
    'a[data-view], a[data-state], a[data-jump], [data-copy], [data-close], [data-zoom], [data-leaf]');
  if (event.target === dialog) { dialog.close(); return; }
  if (!hit || !plain || hit.disabled) return;
  event.preventDefault();
  if (hit.hasAttribute('data-copy')) copy(hit);
  else if (hit.hasAttribute('data-jump')) jump(hit);
  else if (hit.hasAttribute('data-close')) dialog.close();
  else if (hit.hasAttribute('data-zoom')) setZoom(zoom + Number(hit.dataset.zoom));
  else if (hit.hasAttribute('data-leaf')) turnTo(hit);
  else if (hit.hasAttribute('data-view')) view(hit.getAttribute('href'));
  else { go(hit.getAttribute('href')); restore(); scrollTo({ top: 0 }); }
});

function view(address) {
  history.pushState({ viewer: true }, '', base + '&' + placeOf(address));
  openViewer(placeOf(address));
}

restore(true);
