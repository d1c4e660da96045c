import { protectiveHeaders } from './answers.js';
import { disposition } from './disposition.js';

/** A CSV file that is sent while it is written. */
export function fileAnswer(fileName: string, pieces: AsyncGenerator<string>): Response {
  return new Response(streamOf(pieces), {
    headers: {
      ...protectiveHeaders,
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': disposition(fileName),
    },
  });
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
