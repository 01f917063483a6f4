/* The viewer: a page of a protocol in a dialog. Runs before page.js, in the same function; `base`, `root`, `baseOf` and
   `placeOf` are its. What is shown comes from /blad; turning, size, keys and the focus are kept here. */
const ZOOMS = [1, 1.35, 1.8, 2.5];
let zoom = 0;
let turned = 0;

const dialog = document.createElement('dialog');
dialog.className = 'ps-viewer';
dialog.id = 'ps-viewer';
dialog.setAttribute('aria-labelledby', 'ps-leaf-title');
const shelf = document.createElement('div');
/* What stands outside an open dialog is not read aloud: it has its own voice. */
const voice = document.createElement('p');
voice.className = 'ps-live';
voice.setAttribute('role', 'status');
dialog.append(shelf, voice);
document.body.append(dialog);
const live = document.createElement('p');
live.className = 'ps-live';
live.setAttribute('role', 'status');
document.body.append(live);

function say(text) {
  (dialog.open ? voice : live).textContent = text;
}

function spoken(swedish, english) {
  return root.lang === 'en' ? english : swedish;
}

let asked = 0;

async function openViewer(place) {
  const mine = ++asked;
  dialog.setAttribute('aria-busy', 'true');
  if (!dialog.open) {
    turned = 0;
    shelf.replaceChildren(waiting_leaf());
    dialog.showModal();
  }
  const shown = await fetched(place);
  if (mine !== asked || !dialog.open) return;
  shelf.innerHTML = shown;
  dialog.removeAttribute('aria-busy');
  dialog.querySelector('#ps-leaf-title')?.focus({ preventScroll: true });
  arrived();
}

function waiting_leaf() {
  const text = document.createElement('p');
  text.className = 'ps-leaf';
  text.id = 'ps-leaf-title';
  text.textContent = spoken('Hämtar sidan …', 'Fetching the page …');
  return text;
}

async function fetched(place) {
  try {
    const answer = await fetch('blad?' + place + '&sprak=' + (root.lang === 'en' ? 'en' : 'sv'));
    return await answer.text();
  } catch {
    return '<div class="ps-leaf ps-warning"><h2 id="ps-leaf-title" tabindex="-1">' +
      spoken('Sidan gick inte att hämta', 'The page could not be fetched') + '</h2><p>' +
      spoken('Programmet svarar inte. Försök igen om en stund.', 'The program does not answer. Try again in a while.') +
      '</p><button type="button" class="ps-button" data-close>' + spoken('Stäng', 'Close') + '</button></div>';
  }
}

/* Size and turn as they were, the mark in sight, the next page's image on its way, and the change told. */
function arrived() {
  setZoom(zoom);
  setTurn(turned);
  const leaf = shelf.querySelector('[data-told]');
  if (!leaf) return;
  say(leaf.dataset.told);
  const image = leaf.querySelector('img');
  image.addEventListener('error', () => {
    leaf.querySelector('.ps-lost').hidden = false;
    leaf.querySelector('.ps-turner').hidden = true;
    leaf.querySelector('.ps-page-text').open = true;
  });
  if (leaf.dataset.ahead) {
    const ahead = () => { new Image().src = leaf.dataset.ahead; };
    if (image.complete) ahead(); else image.addEventListener('load', ahead);
  }
  show();
}

function show() {
  const mark = shelf.querySelector('.ps-mark');
  if (mark) mark.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
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

function zoomBy(step) {
  const before = zoom;
  const button = document.activeElement;
  setZoom(zoom + step);
  if (button && button.disabled) dialog.querySelector('[data-zoom]:enabled')?.focus();
  if (zoom === before) return;
  show();
  say(spoken('Storlek ', 'Size ') + Math.round(100 * ZOOMS[zoom]) + ' %');
}

function setTurn(degrees) {
  turned = degrees % 360;
  shelf.querySelector('.ps-sheet')?.setAttribute('data-turned', turned);
}

async function turnTo(button) {
  const place = button.dataset.leaf.split('?')[1];
  const key = document.activeElement?.dataset?.key;
  const sheet = document.activeElement?.classList.contains('ps-sheet');
  history.replaceState(history.state, '', base + '&' + place);
  await openViewer(place);
  const again = key && dialog.querySelector('[data-key="' + key + '"]:enabled');
  (again || (sheet && dialog.querySelector('.ps-sheet')) || dialog.querySelector('#ps-leaf-title'))?.focus({ preventScroll: true });
}

const KEYS = {
  ArrowLeft: 'sida-bak', PageUp: 'sida-bak', ArrowRight: 'sida-fram', PageDown: 'sida-fram', p: 'ord-bak', n: 'ord-fram',
};

/* A page wider than its frame is scrolled by the arrows, and not turned. */
function scrolls(event) {
  const sheet = event.target.closest('.ps-sheet');
  return sheet && event.key.startsWith('Arrow') && sheet.scrollWidth > sheet.clientWidth + 1;
}

dialog.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === '+' || key === '=') zoomBy(1);
  else if (key === '-') zoomBy(-1);
  else if (key === 'r') setTurn(turned + 90);
  else if (KEYS[key] && !scrolls(event)) dialog.querySelector('[data-key="' + KEYS[key] + '"]:enabled')?.click();
  else return;
  event.preventDefault();
});

function openAt(address) {
  history.pushState({ viewer: true }, '', base + '&' + placeOf(address));
  openViewer(placeOf(address));
}
