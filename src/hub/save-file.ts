/** How long the browser gets to take over a file that it saves, in milliseconds. */
const saveTime = 10_000;

/** Lets the browser save a file under its name. */
export function saveFile(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), saveTime);
}
