import { html, type LitElement, type TemplateResult } from 'lit';
import { ToolShowRequest } from '../../events/tool-show.js';

/** Where the panel of the rail opens: beside the ticket, over it, or, of a rail below the ticket, over all of it. */
export type RailPlace = 'beside' | 'over' | 'below';

/** A rail of tools: ours, or one of the page that can do the same. */
interface Rail {
  show(tool: string): boolean;
}

/** The rail comes behind the first screen; its place is kept, and that of its panel where one was left open. */
export function renderRail(place: RailPlace, hasPanel: boolean): TemplateResult {
  return html`<div class="rail ${place === 'beside' && hasPanel ? 'has-panel' : ''}">
    <slot name="rail">
      <side-tools
        ?overlay=${place !== 'beside'}
        orientation=${place === 'below' ? 'horizontal' : 'vertical'}
      ></side-tools>
    </slot>
  </div>`;
}

/** Lets the rail show what somebody in the console asks for. */
export function hearToolRequests(host: LitElement, rail: () => HTMLElement | undefined): void {
  host.addEventListener(ToolShowRequest.type, (event) => {
    if (event.defaultPrevented) return;
    const element = rail() as Partial<Rail> | undefined;
    if (element?.show?.((event as ToolShowRequest).tool)) event.preventDefault();
  });
}
