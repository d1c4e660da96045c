import type { BlockedImage } from '../domain/types.js';
import { webAddress } from '../domain/mail-values.js';

/** Fetches a stored part and answers with an address that the caller gives back. */
export type PartSource = (attachmentId: string, signal: AbortSignal) => Promise<string>;

const isTiny = (value: string | null): boolean => value !== null && /^[0-2](?:px)?$/.test(value);

/**
 * Puts a mark in the place of an image that was not loaded. Marks of one or two pixels were never meant to be seen; they
 * keep their place, for offsets in the message count them.
 */
export function markBlocked(image: Element, { url }: BlockedImage, label: string): void {
  const address = webAddress(url);
  if (address === null || isTiny(image.getAttribute('width')) || isTiny(image.getAttribute('height'))) {
    const unseen = document.createElement('span');
    unseen.className = 'unseen-image';
    unseen.hidden = true;
    image.replaceWith(unseen);
    return;
  }
  const alt = image.getAttribute('alt')?.trim();
  const mark = document.createElement(image.closest('a') ? 'span' : 'a');
  mark.className = 'blocked-image';
  mark.title = address;
  mark.textContent = alt ? `${label}: ${alt}` : label;
  if (mark instanceof HTMLAnchorElement) {
    mark.href = address;
    mark.target = '_blank';
    mark.rel = 'noopener noreferrer nofollow';
  }
  image.replaceWith(mark);
}

/** Fills images that stand for stored parts. They arrive when they arrive; the message does not wait for them. */
export function showParts(root: DocumentFragment, part: PartSource, signal: AbortSignal): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[src^="cid:"]')) {
    const attachmentId = image.getAttribute('src')?.slice('cid:'.length) ?? '';
    image.removeAttribute('src');
    void fill(image, attachmentId, part, signal);
  }
}

async function fill(
  image: HTMLImageElement,
  attachmentId: string,
  part: PartSource,
  signal: AbortSignal,
): Promise<void> {
  try {
    const address = await part(attachmentId, signal);
    const release = (): void => URL.revokeObjectURL(address);
    if (signal.aborted) return release();
    signal.addEventListener('abort', release, { once: true });
    image.src = address;
  } catch {
    // The alternative text stays; the part is in the list of attachments as well.
    image.classList.add('missing-part');
  }
}
