import { executeServerCommand } from '@web/test-runner-commands';

/** What the browser hands to a screen reader, line by line: role, name in quotes, states. */
export async function spoken(): Promise<readonly string[]> {
  const { lines } = await executeServerCommand<{ lines: string[] }, undefined>('spoken-tree');
  return lines;
}

/** The lines from the first that begins so to the end of what it holds, from the left edge. */
export function within(lines: readonly string[], start: string): readonly string[] {
  const from = lines.findIndex((line) => line.trimStart().startsWith(start));
  if (from < 0) throw new Error(`nothing begins with ${start}, but:\n${lines.join('\n')}`);
  const depth = (line: string): number => line.length - line.trimStart().length;
  const edge = depth(lines[from] as string);
  const length = lines.slice(from + 1).findIndex((line) => depth(line) <= edge);
  return lines.slice(from, length < 0 ? undefined : from + 1 + length).map((line) => line.slice(edge));
}
