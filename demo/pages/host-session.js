// A page of an intranet with a session of its own. Who asks for a token, the intranet's server knows from its cookie; this
// script never sees it, and names nobody.
import { keepInAddress } from './address.js';
import { choice } from './choice.js';
import { texts } from './texts.js';

/** @typedef {{ number: string, name: string, isAgent: boolean }} Employee */

const text = texts[choice.lang === 'ja' || choice.lang === 'en' ? choice.lang : 'ko'];
const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('.sign-in'));
const problem = /** @type {HTMLElement} */ (document.querySelector('.problem'));
const signedIn = /** @type {HTMLElement} */ (document.querySelector('.signed-in'));
const name = /** @type {HTMLElement} */ (signedIn.querySelector('.name'));
const noAgent = /** @type {HTMLElement} */ (document.querySelector('.no-agent'));
const notSignedOut = /** @type {HTMLElement} */ (document.querySelector('.not-signed-out'));
/** Tells the intranet's other windows who is signed in now: a number, or null. */
const others = new BroadcastChannel('intranet-session');
const kit = '/kit/deskparts.js';

/**
 * Whom this page shows.
 * @type {Employee | undefined}
 */
let employee;
let isLeaving = false;

/**
 * @param {string} path
 * @param {object} [fields]
 * @param {AbortSignal} [signal]
 */
function post(path, fields = {}, signal) {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`/host-session/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(fields),
    signal: signal ?? null,
  });
}

/**
 * The session says for whom, this page only whom it shows: it must not go on in the name of one with the token of another.
 * @param {{ reason: string, signal: AbortSignal }} request
 */
async function getToken({ reason, signal }) {
  const answer = await post('token', { reason, number: employee?.number }, signal);
  noAgent.hidden = answer.status !== 403;
  if (answer.ok) return answer.json();
  // The session is over, and the console keeps what is not sent: who signs in again goes on with it.
  if (answer.status === 401) askWho(text.sessionEnded);
  if (answer.status === 409) leave();
  // Anything else passes: the console says that it waits, and asks again by itself.
  throw new Error(`The intranet gave no token: ${answer.status}`);
}

/** The console of who is signed in. */
function openDesk() {
  const hub = document.createElement('desk-hub');
  hub.setAttribute('api-base', location.origin);
  hub.setAttribute('service', 'demo');
  if (choice.lang) hub.setAttribute('lang', choice.lang);
  if (choice.theme) hub.setAttribute('theme', choice.theme);
  Object.assign(hub, { getToken });
  hub.append(document.createElement('ticket-console'));
  keepInAddress(hub);
  main.append(hub);
}

/** A console that waits for a token need not wait any longer. */
async function resume() {
  const { RetryRequest } = /** @type {typeof import('../../src/index.js')} */ (await import(kit));
  document.querySelector('desk-hub')?.dispatchEvent(new RetryRequest('session'));
}

/** @param {string} [why] */
function askWho(why = '') {
  if (!form.hidden) return;
  const { activeElement } = document;
  const isIdle = activeElement === document.body || signedIn.contains(activeElement);
  form.hidden = false;
  signedIn.hidden = true;
  problem.textContent = why;
  // Who is writing an answer finishes the sentence first.
  if (isIdle) form.querySelector('input')?.focus();
}

/** @param {Employee} who */
function welcome(who) {
  // Somebody else begins with a page that knows nothing of the one before.
  if (employee && employee.number !== who.number) return leave();
  employee = who;
  notSignedOut.textContent = '';
  const hadFocus = form.contains(document.activeElement);
  form.reset();
  form.hidden = true;
  problem.textContent = '';
  signedIn.hidden = false;
  name.textContent = who.name;
  noAgent.hidden = who.isAgent;
  if (hadFocus) name.focus();
  if (!who.isAgent) return;
  if (document.querySelector('desk-hub')) void resume();
  else openDesk();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form));
  const answer = await post('sign-in', fields).catch(() => undefined);
  if (!answer?.ok) {
    problem.textContent = answer?.status === 401 ? text.signInWrong : text.signInFailed;
    return;
  }
  const who = await answer.json();
  others.postMessage(who.number);
  welcome(who);
});

/** A hub that leaves the page sends what was written last; with the page its token and its connection end. */
function leave() {
  if (isLeaving) return;
  isLeaving = true;
  document.querySelector('desk-hub')?.remove();
  location.reload();
}

document.querySelector('.sign-out')?.addEventListener('click', async () => {
  // First of all, for whoever is not signed out must see it; the hub's token lasts long enough for what it has to send.
  const answer = await post('sign-out').catch(() => undefined);
  notSignedOut.textContent = answer?.ok ? '' : text.signOutFailed;
  if (!answer?.ok) return;
  others.postMessage(null);
  leave();
});

others.addEventListener('message', ({ data: number }) => {
  if (employee && employee.number === number) welcome(employee);
  else leave();
});

const answer = await fetch('/host-session/me').catch(() => undefined);
const known = answer?.ok ? await answer.json() : null;
if (known) welcome(known);
else askWho();
