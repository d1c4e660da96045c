import { safeName } from '../util/safe-name.js';

const named =
  /^(?:[a-z][a-z0-9+.-]{1,15}:\/\/)?(?:[^\s/@]{1,64}@)?((?:[\p{L}\p{N}_-]{1,63}\.){1,8}[\p{L}]{2,24})(?=$|[/:?#\s])/iu;

function canonicalHost(text: string): string {
  const address = `https://${text}`;
  return (URL.canParse(address) ? new URL(address).hostname : text.toLowerCase()).replace(/^www\./, '');
}

function targetHost(href: string): string {
  if (/^https?:/i.test(href)) return canonicalHost(new URL(href).host);
  const mail = /^mailto:[^?]*@([^?,;]+)/i.exec(href);
  return mail ? canonicalHost(mail[1] ?? '') : '';
}

const within = (host: string, other: string): boolean => host === other || host.endsWith(`.${other}`);

/** The host that a link really leads to when its text names another one, else null. */
export function misnamedHost(text: string, href: string): string | null {
  const claim = named.exec(safeName(text));
  const host = targetHost(href);
  if (!claim || !host) return null;
  const claimed = canonicalHost(claim[1] ?? '');
  return within(host, claimed) || within(claimed, host) ? null : host;
}

/** Sends links to a tab of their own, without a way back, and says where they lead. */
export function guardLinks(root: DocumentFragment, warning: (host: string) => string): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    link.title = href;
    const host = misnamedHost(link.textContent ?? '', href);
    if (host === null) continue;
    const mark = document.createElement('span');
    mark.className = 'link-warning';
    mark.textContent = warning(host);
    link.after(mark);
  }
}
