/** The bytes of a form with one file, and their type. Without a file it has only another field. */
export async function formOf(
  file: File | null,
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly contentType: string }> {
  const form = new FormData();
  if (file) form.append('file', file, file.name);
  else form.append('note', 'nothing');
  const response = new Response(form);
  const contentType = response.headers.get('Content-Type') ?? '';
  return { contentType, body: new Uint8Array(await response.arrayBuffer()) };
}
