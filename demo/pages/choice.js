// Who looks at the page, in which language and theme: taken from the address, so that any combination can be linked to.

/** @typedef {{ service: string, agent: string, lang: string, theme: string }} Choice */

/** First agent of each service: who is signed in where the address names nobody. */
const firstAgents = { demo: 'agent1', demojp: 'jpagent', demoissue: 'issue1' };

const asked = new URLSearchParams(location.search);
const service = asked.get('service') ?? 'demo';

/** @type {Choice} */
export const choice = {
  service,
  agent: asked.get('agent') ?? firstAgents[/** @type {keyof typeof firstAgents} */ (service)] ?? '',
  lang: asked.get('lang') ?? '',
  theme: asked.get('theme') ?? '',
};

/**
 * Address of a page with a choice; what is left empty stays out of it.
 * @param {string} page
 * @param {Choice} wanted
 */
export function addressOf(page, wanted) {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''));
  return `${page}?${query}`;
}
