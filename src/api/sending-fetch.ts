/** Headers that a browser sets itself; it complains about who tries. */
const forbidden: ReadonlySet<string> = new Set(['referer', 'origin', 'host', 'content-length']);

/** A `fetch` that tells how much of the body was sent, which only the older request can. For bodies, not for streams. */
export function sendingFetch(onProgress: (share: number) => void): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = await request.blob();
    request.signal.throwIfAborted();
    return new Promise<Response>((resolve, reject) => {
      const sending = new XMLHttpRequest();
      const stop = (): void => sending.abort();
      sending.open(request.method, request.url);
      sending.responseType = 'blob';
      for (const [name, value] of request.headers) if (!forbidden.has(name)) sending.setRequestHeader(name, value);
      sending.upload.addEventListener('progress', ({ loaded, total }) => {
        if (total > 0) onProgress(loaded / total);
      });
      sending.addEventListener('load', () => {
        const { status, statusText } = sending;
        const isBare = [204, 205, 304].includes(status);
        resolve(
          new Response(isBare ? null : (sending.response as Blob), { status, statusText, headers: headersOf(sending) }),
        );
      });
      // As fetch tells it.
      sending.addEventListener('error', () => reject(new TypeError('The server cannot be reached.')));
      sending.addEventListener('abort', () => reject(request.signal.reason as Error));
      sending.addEventListener('loadend', () => request.signal.removeEventListener('abort', stop));
      request.signal.addEventListener('abort', stop);
      sending.send(body);
    });
  };
}

function headersOf(sending: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of sending
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}
