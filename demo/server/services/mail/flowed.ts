interface FlowedLine {
  readonly depth: number;
  readonly text: string;
  readonly soft: boolean;
}

function read(line: string): FlowedLine {
  const depth = /^>*/.exec(line)?.[0].length ?? 0;
  const rest = line.slice(depth);
  const text = rest.startsWith(' ') ? rest.slice(1) : rest;
  // The mark of a signature ends in a blank and is no soft end.
  return { depth, text, soft: text.endsWith(' ') && text !== '-- ' };
}

/** Puts the lines together that a sender's program had broken (RFC 3676). */
export function unflow(text: string, deleteSpace: boolean): string {
  const lines: { depth: number; text: string }[] = [];
  let open = false;
  for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = read(raw);
    const last = lines.at(-1);
    const piece = line.soft && deleteSpace ? line.text.slice(0, -1) : line.text;
    if (open && last?.depth === line.depth && line.text !== '-- ') last.text += piece;
    else lines.push({ depth: line.depth, text: piece });
    open = line.soft;
  }
  return lines.map(({ depth, text: line }) => (depth ? `${'>'.repeat(depth)} ${line}` : line)).join('\n');
}
