// The project page of the stand-in for Dooray!: what an organisation sees of the tasks that a desk has transferred to it.
import { choice } from './choice.js';
import { texts } from './texts.js';

/** @typedef {{ id: string, class: string, names: { locale: string, name: string }[] }} Workflow */
/** @typedef {{ id: string, number: number, subject: string, workflowId: string, updatedAt: number, comments: number }} Row */
/** @typedef {{ id: string, code: string, workflows: Workflow[], tasks: Row[] }} Project */
/** @typedef {string | { name: string, attributes: [string, string][], children: Node_[] }} Node_ */
/** @typedef {{ id: string, name: string, size: number }} File_ */
/** @typedef {{ id: string, author: string, at: number, body: Node_[], files: File_[] }} Comment_ */
/**
 * @typedef {Row & { projectId: string, from: string, to: string[], tags: string[], createdAt: number, body: Node_[], files: File_[],
 *   comments: Comment_[] }} Task
 */

const language = choice.lang === 'ja' || choice.lang === 'en' ? choice.lang : 'ko';
const text = texts[language];
const locale = { ko: 'ko_KR', ja: 'ja_JP', en: 'en_US' }[language];
const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
/** Milliseconds between two looks at what others did. */
const pace = 2_000;

/** @template {Element} T @param {string} selector @returns {T} */
const find = (selector) => /** @type {T} */ (document.querySelector(selector));
const list = /** @type {HTMLElement} */ (find('.tasks'));
const section = /** @type {HTMLElement} */ (find('.task'));
const none = /** @type {HTMLElement} */ (find('.none'));
const said = /** @type {HTMLElement} */ (find('.said'));
const state = /** @type {HTMLSelectElement} */ (find('.state select'));
const fault = /** @type {HTMLSelectElement} */ (find('.fault select'));
const form = /** @type {HTMLFormElement} */ (find('form'));
const writing = /** @type {HTMLTextAreaElement} */ (find('textarea'));
const file = /** @type {HTMLInputElement} */ (find('.file input'));
const heading = /** @type {HTMLElement} */ (find('.task-head h2'));

/** Whoever chooses another language goes on with the same task. */
const kept = 'dooray-task';
if (!location.hash && window.sessionStorage.getItem(kept)) {
  window.history.replaceState(null, '', `${location.search}#task=${window.sessionStorage.getItem(kept)}`);
}
const chosen = () => new URLSearchParams(location.hash.slice(1)).get('task') ?? '';

let shownList = '';
let shownTask = '';

/** @param {Workflow | undefined} workflow */
const nameOf = (workflow) => workflow?.names.find((one) => one.locale === locale)?.name ?? '';

/** @param {string} name @param {object} [properties] @param {(Element | string)[]} children */
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** @param {Node_} node @returns {Element | string} */
function built(node) {
  if (typeof node === 'string') return node;
  // Pictures are files of their own here.
  if (node.name === 'img') return node.attributes.find(([name]) => name === 'alt')?.[1] ?? '';
  const element = document.createElement(node.name);
  const href = node.attributes.find(([name]) => name === 'href')?.[1];
  if (href && /^https?:/.test(href)) Object.assign(element, { href, target: '_blank', rel: 'noopener noreferrer' });
  element.append(...node.children.map(built));
  return element;
}

/** @param {number} at */
const timeOf = (at) => make('time', { dateTime: new Date(at).toISOString() }, format.format(at));

/** @param {File_[]} files */
function filesOf(files) {
  return files.map(({ id, name, size }) =>
    make(
      'li',
      {},
      make('a', { href: `/dooray/files/${id}`, download: name }, name),
      ` (${size.toLocaleString(language)} B)`,
    ),
  );
}

/** @param {Project} project */
function projectPart({ code, workflows, tasks }) {
  const rows = tasks.map(({ id, number, subject, workflowId, comments }) => {
    const workflow = workflows.find((one) => one.id === workflowId);
    const mark = make('span', { className: 'mark' }, nameOf(workflow));
    mark.setAttribute('data-class', workflow?.class ?? '');
    const link = make(
      'a',
      { href: `${location.search}#task=${id}` },
      make('span', {}, subject),
      mark,
      make('small', {}, `${code}/${number} · ${text.doorayComments} ${comments}`),
    );
    if (id === chosen()) link.setAttribute('aria-current', 'true');
    return make('li', {}, link);
  });
  const content = rows.length > 0 ? make('ul', {}, ...rows) : make('p', {}, text.doorayNone);
  return [make('h2', {}, code), content];
}

/** @param {{ fault: string, projects: Project[] }} answer */
function showList({ fault: kind, projects }) {
  const shown = JSON.stringify([projects, chosen()]);
  if (document.activeElement !== fault) fault.value = kind;
  if (shown === shownList) return;
  shownList = shown;
  const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
  list.replaceChildren(...projects.flatMap(projectPart));
  for (const link of list.querySelectorAll('a')) if (link.getAttribute('href') === focused) link.focus();
}

/** @param {Task | null} task @param {Project[]} projects */
function showTask(task, projects) {
  section.hidden = !task;
  none.hidden = task !== null;
  const shown = JSON.stringify(task);
  if (!task || shown === shownTask) return;
  shownTask = shown;
  const project = projects.find(({ id }) => id === task.projectId);
  const workflows = project?.workflows ?? [];
  heading.textContent = task.subject;
  const facts = [
    `${project?.code}/${task.number}`,
    `${text.doorayFrom}: ${task.from}`,
    ...(task.to.length > 0 ? [`${text.doorayTo}: ${task.to.join(', ')}`] : []),
    ...task.tags.map((tag) => `#${tag}`),
    format.format(task.createdAt),
  ];
  find('.facts').textContent = facts.join(' · ');
  state.replaceChildren(...workflows.map((one) => new Option(nameOf(one), one.id)));
  state.value = task.workflowId;
  find('.body').replaceChildren(...task.body.map(built));
  find('.files').replaceChildren(...filesOf(task.files));
  find('.comments').replaceChildren(
    ...task.comments.map(({ author, at, body, files }) =>
      make(
        'li',
        {},
        make('p', { className: 'by' }, make('strong', {}, author), timeOf(at)),
        make('div', { className: 'comment-body' }, ...body.map(built)),
        make('ul', { className: 'files' }, ...filesOf(files)),
      ),
    ),
  );
}

/** @param {string} path */
async function read(path) {
  const answer = await fetch(`/dooray/${path}`);
  return answer.ok ? answer.json() : null;
}

/** @param {string} path @param {BodyInit} body */
async function post(path, body) {
  const headers = typeof body === 'string' ? { 'Content-Type': 'application/json' } : undefined;
  const answer = await fetch(`/dooray/${path}`, { method: 'POST', body, ...(headers && { headers }) });
  if (!answer.ok) throw new Error(String(answer.status));
}

function showFile() {
  find('.file output').textContent = file.files?.[0]?.name ?? '';
}

async function look() {
  const taskId = chosen();
  const [answer, task] = await Promise.all([
    read('projects'),
    taskId ? read(`tasks/${encodeURIComponent(taskId)}`) : null,
  ]);
  if (!answer || taskId !== chosen()) return;
  showList(answer);
  showTask(task, answer.projects);
}

/** @param {Promise<void>} work @param {string} done */
async function tell(work, done) {
  try {
    await work;
    said.textContent = done;
    await look();
    return true;
  } catch {
    said.textContent = text.doorayFailed;
    return false;
  }
}

state.addEventListener('change', () =>
  tell(post(`tasks/${chosen()}/state`, JSON.stringify({ workflowId: state.value })), text.dooraySaved),
);
fault.addEventListener('change', () => tell(post('fault', JSON.stringify({ kind: fault.value })), text.dooraySaved));
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (await tell(post(`tasks/${chosen()}/comments`, new FormData(form)), text.doorayAdded)) form.reset();
});
file.addEventListener('change', showFile);
form.addEventListener('reset', () => setTimeout(showFile));
writing.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
});
window.addEventListener('hashchange', async () => {
  window.sessionStorage.setItem(kept, chosen());
  said.textContent = '';
  form.reset();
  shownTask = '';
  await look();
  if (!section.hidden) heading.focus();
});

fault.append(
  new Option(text.doorayFaultNone, 'none'),
  new Option(text.doorayFaultAway, 'away'),
  new Option(text.doorayFaultBroken, 'broken'),
  new Option(text.doorayFaultDenied, 'denied'),
);
document.title = `${text.dooray} · ${text.brand}`;

/** Looks again and again while somebody can see it. */
async function watch() {
  if (!document.hidden) await look().catch(() => undefined);
  setTimeout(watch, pace);
}
await watch();
