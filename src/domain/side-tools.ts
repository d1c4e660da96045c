/** Tools beside a ticket, in the order in which they stand until an agent changes it. */
export const sideTools = ['history', 'templates', 'dooray', 'customer', 'events', 'sms', 'chat'] as const;

export type SideTool = (typeof sideTools)[number];

/** How an agent arranged the rail of tools. */
export interface RailState {
  /** May lack tools that came since; `wholeOrder` adds them. */
  readonly order: readonly SideTool[];
  /** The tool whose panel is open. */
  readonly open: SideTool | null;
  /** The rail is put away, with its panel, until it is asked for. */
  readonly folded: boolean;
}

export const usualRail: RailState = { order: sideTools, open: null, folded: false };

/** What decides which tools a ticket has. */
export interface ToolOffer {
  readonly dooray: boolean;
  readonly customerInfo: boolean;
  readonly sms: boolean;
  /** Of the ticket that is open; null without one. */
  readonly channel: string | null;
}

/** The kept order with every tool once: one that it lacks stands behind the one that it usually follows. */
export function wholeOrder(kept: readonly string[]): readonly SideTool[] {
  const order = [...new Set(kept.filter(isSideTool))];
  for (const [index, tool] of sideTools.entries()) {
    if (order.includes(tool)) continue;
    const before = sideTools[index - 1];
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, tool);
  }
  return order;
}

/** Whether a tool is of use here. One that is not takes no place in the rail but keeps it in the order. */
export function isOffered(tool: SideTool, offer: ToolOffer): boolean {
  switch (tool) {
    case 'dooray':
      return offer.dooray;
    case 'customer':
      return offer.customerInfo;
    case 'sms':
      return offer.sms;
    case 'chat':
      return offer.channel === 'chat';
    default:
      return true;
  }
}

/**
 * The whole order after a tool moved to a place among those that are shown. What is not shown stays behind the tool that
 * it stood behind.
 */
export function movedTool(
  order: readonly SideTool[],
  tool: SideTool,
  to: number,
  isShown: (tool: SideTool) => boolean,
): readonly SideTool[] {
  const shown = order.filter((one) => isShown(one) && one !== tool);
  const place = Math.max(0, Math.min(to, shown.length));
  const rest = order.filter((one) => one !== tool);
  const next = shown[place];
  const last = shown.at(-1);
  const at = next ? rest.indexOf(next) : last ? rest.indexOf(last) + 1 : rest.length;
  return [...rest.slice(0, at), tool, ...rest.slice(at)];
}

function isSideTool(name: string): name is SideTool {
  return (sideTools as readonly string[]).includes(name);
}
