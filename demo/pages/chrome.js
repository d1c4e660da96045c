// The intranet's own bar: pages, and the chooser that stands in for its sign-in.
import { addressOf, choice } from './choice.js';
import { texts } from './texts.js';

/** @typedef {{ service: string, serviceName: string, usercode: string, name: string, role: string }} Agent */
/** @typedef {{ value: string, label: string, group?: string }} Option */

const languages = { ko: '한국어', ja: '日本語', en: 'English' };

/** @type {keyof typeof texts} */
const language = choice.lang === 'ja' || choice.lang === 'en' ? choice.lang : 'ko';
const text = texts[language];

const pages = {
  '/': text.start,
  '/console.html': text.console,
  '/pieces.html': text.pieces,
  '/minimal.html': text.minimal,
  '/host-session.html': text.hostSession,
  '/two-hubs.html': text.twoHubs,
  '/hostile.html': text.hostile,
  '/demo/mails': text.mails,
  '/dooray.html': text.dooray,
};

document.documentElement.lang = language;
if (choice.theme) document.documentElement.dataset['theme'] = choice.theme;

for (const place of document.querySelectorAll('[data-text]')) {
  const key = /** @type {keyof typeof text} */ (place.getAttribute('data-text'));
  place.textContent = text[key];
}
for (const time of document.querySelectorAll('time')) {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  time.textContent = format.format(new Date(time.dateTime));
}
for (const link of document.querySelectorAll('a[data-page]')) {
  link.setAttribute('href', addressOf(link.getAttribute('data-page') ?? '/', choice));
}

/** @param {Partial<typeof choice>} change */
function go(change) {
  location.assign(addressOf(location.pathname, { ...choice, ...change }));
}

/**
 * @param {string} label
 * @param {readonly Option[]} options
 * @param {string} chosen
 * @param {(value: string) => void} onChoose
 */
function chooser(label, options, chosen, onChoose) {
  const box = document.createElement('label');
  const name = document.createElement('span');
  name.className = 'hidden-label';
  name.textContent = label;
  const select = document.createElement('select');
  for (const { value, label: shown, group } of options) {
    const option = new Option(shown, value, false, value === chosen);
    if (!group) select.append(option);
    else groupOf(select, group).append(option);
  }
  select.addEventListener('change', () => onChoose(select.value));
  box.append(name, select);
  return box;
}

/** @param {HTMLSelectElement} select @param {string} label */
function groupOf(select, label) {
  const there = [...select.querySelectorAll('optgroup')].find((group) => group.label === label);
  if (there) return there;
  const group = document.createElement('optgroup');
  group.label = label;
  select.append(group);
  return group;
}

/** @returns {Promise<Agent[]>} */
async function agents() {
  const answer = await fetch('/demo/agents');
  return answer.ok ? answer.json() : [];
}

async function agentChooser() {
  const people = (await agents()).map(({ service, serviceName, usercode, name }) => ({
    value: `${service}/${usercode}`,
    label: `${name} (${usercode})`,
    group: serviceName,
  }));
  return chooser(text.agent, people, `${choice.service}/${choice.agent}`, (value) => {
    const [service = '', agent = ''] = value.split('/');
    go({ service, agent });
  });
}

/** @param {Element} bar */
async function fill(bar) {
  const brand = Object.assign(document.createElement('a'), { className: 'brand', textContent: text.brand });
  brand.href = addressOf('/', choice);
  const nav = document.createElement('nav');
  nav.setAttribute('aria-label', text.pages);
  for (const [page, label] of Object.entries(pages)) {
    const link = Object.assign(document.createElement('a'), { href: addressOf(page, choice), textContent: label });
    if (page === location.pathname) link.setAttribute('aria-current', 'page');
    nav.append(link);
  }
  const who = Object.assign(document.createElement('div'), { className: 'who' });
  bar.append(brand, nav, who);
  // A page with a sign-in of its own leaves nobody to choose.
  if (!('ownSession' in document.body.dataset)) who.append(await agentChooser());
  who.append(
    chooser(
      text.language,
      Object.entries(languages).map(([value, label]) => ({ value, label })),
      language,
      (lang) => go({ lang }),
    ),
    chooser(
      text.theme,
      [
        { value: '', label: text.asSystem },
        { value: 'light', label: text.light },
        { value: 'dark', label: text.dark },
      ],
      choice.theme,
      (theme) => go({ theme }),
    ),
  );
  // In a narrow window the line of pages scrolls: where one is must be in view.
  const current = nav.querySelector('[aria-current]');
  if (current instanceof HTMLElement) nav.scrollLeft = current.offsetLeft - nav.offsetLeft;
}

for (const bar of document.querySelectorAll('.bar')) await fill(bar);
