import { version } from './version.js';

interface Versioned {
  version?: string;
}

const foreign: string[] = [];

/**
 * Tells whether a tag may be defined here. A second copy of the kit on the page is no error: the tag stays with the
 * first. Copies of different versions are reported once, together, with both versions.
 */
export function isFree(tag: string, ours: CustomElementConstructor): boolean {
  const taken = customElements.get(tag);
  if (!taken) return true;
  const theirs = (taken as Versioned).version;
  if (taken !== ours && theirs !== version) {
    if (foreign.length === 0) queueMicrotask(report);
    foreign.push(`${tag} (${theirs ? `deskparts ${theirs}` : 'defined by the page'})`);
  }
  return false;
}

function report(): void {
  // eslint-disable-next-line no-console -- there is no element yet that could log
  console.warn(
    `deskparts ${version}: these tags were already defined and stay as they are: ${foreign.join(', ')}. ` +
      'Load one version of the kit, or register the classes under other names.',
  );
  foreign.length = 0;
}
