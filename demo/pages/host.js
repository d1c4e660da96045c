// What a host page does for the kit: it says where the server is and hands over a token of the signed-in agent.
import { keepInAddress } from './address.js';
import { choice } from './choice.js';

/**
 * Asks the host's own server for a token. A real intranet knows from its session who asks; this one takes the agent from
 * the chooser in the bar.
 * @param {string} service
 * @param {string} agent
 */
function tokenSource(service, agent) {
  /** @param {{ signal: AbortSignal }} request */
  return async ({ signal }) => {
    const answer = await fetch(`/demo/token?${new URLSearchParams({ service, agent })}`, { signal });
    if (!answer.ok) throw new Error(`The host gave no token: ${answer.status}`);
    return answer.json();
  };
}

const hubs = document.querySelectorAll('desk-hub');
for (const hub of hubs) {
  // A page with several hubs says itself who stands in each.
  const service = hub.getAttribute('service') ?? choice.service;
  const agent = hub.getAttribute('data-agent') ?? choice.agent;
  hub.setAttribute('api-base', location.origin);
  hub.setAttribute('service', service);
  if (choice.lang && !hub.hasAttribute('lang')) hub.setAttribute('lang', choice.lang);
  if (choice.theme) hub.setAttribute('theme', choice.theme);
  Object.assign(hub, { getToken: tokenSource(service, agent) });
  if (hubs.length === 1) keepInAddress(hub);
}
