// Finds headings in the contents, and lets the reader choose between light and dark.

const search = /** @type {HTMLInputElement} */ (document.querySelector('#search'));
const found = /** @type {HTMLElement} */ (document.querySelector('#found'));
const theme = /** @type {HTMLSelectElement} */ (document.querySelector('#theme'));
const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('nav li')]);

/** What a heading is found by: its own words and those of the headings above it. @param {Element} item @returns {string} */
function wordsOf(item) {
  const above = item.parentElement?.closest('li');
  return `${above ? wordsOf(above) : ''} ${item.querySelector('a')?.textContent ?? ''}`.toLowerCase();
}

/** Headings that have none below them stay where they fit, and with them those above. */
function narrow() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const item of items) item.hidden = true;
  let count = 0;
  for (const item of items) {
    if (item.querySelector('li') || !words.every((word) => wordsOf(item).includes(word))) continue;
    count++;
    for (let shown = /** @type {HTMLElement | null | undefined} */ (item); shown;) {
      shown.hidden = false;
      shown = shown.parentElement?.closest('li');
    }
  }
  found.textContent = words.length === 0 ? '' : count === 1 ? '1 heading' : `${count} headings`;
}

search.addEventListener('input', narrow);
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  const first = items.find((item) => !item.hidden && !item.querySelector('li'));
  first?.querySelector('a')?.click();
});

theme.addEventListener('change', () => {
  document.documentElement.dataset['theme'] = theme.value;
});
