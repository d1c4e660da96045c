import { html, type TemplateResult } from 'lit';
import type { IconName } from '../../base/icons.js';
import type { SideTool } from '../../domain/side-tools.js';

/** One tool as it stands in the rail. */
export interface Tool {
  /** Of the kit's tools their name; of the page's own the slot of their panel. */
  readonly id: string;
  /** Null for one of the page. */
  readonly kind: SideTool | null;
  readonly name: string;
}

/** What a tool of the kit opens. */
export interface Panel {
  load(): Promise<unknown>;
  render(): TemplateResult;
  /** Whether what an agent typed there would be lost with it: it stays while another is looked at. */
  readonly isKept?: boolean;
}

export const panels: Readonly<Partial<Record<SideTool, Panel>>> = {
  history: {
    load: () => import('../inquiry-history/define.js'),
    render: () => html`<inquiry-history></inquiry-history>`,
  },
  templates: {
    load: () => import('../template-list/define.js'),
    render: () => html`<template-list></template-list>`,
  },
  dooray: {
    load: () => import('../dooray-conversation/define.js'),
    render: () => html`<dooray-conversation></dooray-conversation>`,
  },
  customer: {
    load: () => import('../customer-info/define.js'),
    render: () => html`<customer-info></customer-info>`,
  },
  events: {
    load: () => import('../ticket-events/define.js'),
    render: () => html`<ticket-events></ticket-events>`,
  },
  sms: {
    load: () => import('../sms-panel/define.js'),
    render: () => html`<sms-panel></sms-panel>`,
    isKept: true,
  },
  chat: {
    load: () => import('../chat-transcript/define.js'),
    render: () => html`<chat-transcript></chat-transcript>`,
  },
};

export const signs: Readonly<Record<SideTool, IconName>> = {
  history: 'history',
  templates: 'template',
  dooray: 'conversation',
  customer: 'customer',
  events: 'events',
  sms: 'sms',
  chat: 'chat',
};

const ownSlot = /^own-[\w-]{1,40}$/;

/** Tools that the page brings itself: children of the rail whose slot begins so, called by their `title`. */
export function ownTools(host: HTMLElement): readonly Tool[] {
  const tools = [...host.children].flatMap((child): Tool[] =>
    ownSlot.test(child.slot) ? [{ id: child.slot, kind: null, name: child.getAttribute('title') ?? '' }] : [],
  );
  return [...new Map(tools.map((tool) => [tool.id, tool])).values()];
}

/** Whether the page brings the panel of a tool. */
export function isBrought(host: HTMLElement, id: string): boolean {
  return [...host.children].some(({ slot }) => slot === id);
}
