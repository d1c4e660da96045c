/** @typedef {import('devtools-protocol').Protocol.Accessibility.AXNode} AXNode */
/** @typedef {import('puppeteer-core').CDPSession} CDPSession */

/** Roles of which nothing is heard by themselves: what they hold stands in their place. */
const silent = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak', 'presentation', 'Section', 'LayoutTable']);

/** States that are heard, by their names in the protocol. */
const states =
  'busy checked disabled expanded focused hasPopup keyshortcuts live modal multiselectable pressed required selected';

/** What readers take from the document itself, because the protocol leaves it out of the tree. */
const attributes = ['aria-sort', 'aria-rowcount', 'aria-current'];

/**
 * Lets a test ask for what the browser hands to a screen reader: its accessibility tree as lines of role, name in
 * quotes, and states, each line as far in as it is deep.
 * @returns {import('@web/test-runner-core').TestRunnerPlugin}
 */
export function spokenTree() {
  return {
    name: 'spoken-tree',
    async executeCommand({ command, session }) {
      if (command !== 'spoken-tree') return undefined;
      const browser = /** @type {import('@web/test-runner-chrome').ChromeLauncher} */ (session.browser);
      const client = await browser.getPage(session.id).createCDPSession();
      try {
        await client.send('DOM.enable');
        await client.send('Accessibility.enable');
        const { nodes } = await client.send('Accessibility.getFullAXTree');
        return { lines: await linesOf(nodes, client) };
      } finally {
        await client.detach();
      }
    },
  };
}

/**
 * @param {readonly AXNode[]} nodes
 * @param {CDPSession} client
 */
async function linesOf(nodes, client) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @type {(node: AXNode, depth: number, parentName: string) => Promise<void>} */
  const walk = async (node, depth, parentName) => {
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').replace(/\s+/g, ' ').trim();
    const isText = role === 'StaticText';
    const isHeard = !node.ignored && !silent.has(role) && !(isText && (name === '' || parentName.includes(name)));
    if (isHeard) lines.push('  '.repeat(depth) + (isText ? `"${name}"` : await lineOf(node, role, name, client)));
    for (const childId of isText ? [] : (node.childIds ?? [])) {
      const child = byId.get(childId);
      if (child) await walk(child, isHeard ? depth + 1 : depth, isHeard ? name : parentName);
    }
  };
  if (nodes[0]) await walk(nodes[0], 0, '');
  return lines;
}

/**
 * @param {AXNode} node
 * @param {string} role
 * @param {string} name
 * @param {CDPSession} client
 */
async function lineOf(node, role, name, client) {
  /** @type {Map<string, unknown>} */
  const values = new Map((node.properties ?? []).map(({ name: key, value }) => [key, value.value]));
  const said = states.split(' ').flatMap((state) => {
    const value = values.get(state);
    if (value === undefined || value === false || value === 'off') return [];
    // What can be opened, pressed or chosen is said to be not so as well; for others there is nothing to say.
    if (value === 'false') return [`${state}=false`];
    return [value === true || value === 1 || value === 'true' ? state : `${state}=${value}`];
  });
  if (values.get('expanded') === false) said.push('expanded=false');
  const value = node.value?.value;
  const description = node.description?.value;
  return [
    role,
    ...(name ? [`"${name}"`] : []),
    ...said,
    ...(await ofDocument(node, client)),
    ...(value === undefined || value === '' ? [] : [`value=${value}`]),
    ...(description && description !== name ? [`(${description})`] : []),
  ].join(' ');
}

/**
 * @param {AXNode} node
 * @param {CDPSession} client
 */
async function ofDocument({ backendDOMNodeId }, client) {
  if (!backendDOMNodeId) return [];
  const { node } = await client.send('DOM.describeNode', { backendNodeId: backendDOMNodeId });
  const pairs = node.attributes ?? [];
  return attributes.flatMap((attribute) => {
    const at = pairs.indexOf(attribute);
    return at < 0 || at % 2 ? [] : [`${attribute.slice('aria-'.length)}=${pairs[at + 1]}`];
  });
}
