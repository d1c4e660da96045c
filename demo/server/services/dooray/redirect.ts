/** Part of a host name that its neighbours share: of `api.dooray.com` it is `dooray.com`. A number has none. */
function familyOf(hostname: string): string | null {
  const labels = hostname.split('.');
  return labels.length < 3 || /^[\d.]+$/.test(hostname) ? null : labels.slice(1).join('.');
}

/** Whether a call may be sent on to an address: what says who asks goes with it. */
export function isNeighbour(target: URL, base: string): boolean {
  const home = new URL(base);
  if (target.protocol !== home.protocol || target.username !== '' || target.password !== '') return false;
  if (target.hostname === home.hostname) return true;
  const family = familyOf(home.hostname);
  return family !== null && target.hostname.endsWith(`.${family}`) && target.port === home.port;
}

/** Where an answer sends its call on to; null where nobody goes. Only some redirects keep what is sent. */
export function redirected(response: Response, method: string, from: URL, base: string): URL | null {
  const location = response.headers.get('Location');
  if (!location || !URL.canParse(location, from.href)) return null;
  const keeps = response.status === 307 || response.status === 308;
  if (!keeps && (method !== 'GET' || ![301, 302, 303].includes(response.status))) return null;
  const target = new URL(location, from.href);
  return isNeighbour(target, base) ? target : null;
}
