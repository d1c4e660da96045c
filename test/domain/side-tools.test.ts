import { describe, expect, it } from 'vitest';
import { isOffered, movedTool, sideTools, wholeOrder, type SideTool } from '../../src/domain/side-tools.js';

describe('the order of side tools', () => {
  it.each<[readonly string[], readonly SideTool[]]>([
    [[], sideTools],
    [
      ['events', 'history'],
      ['events', 'sms', 'chat', 'history', 'templates', 'dooray', 'customer'],
    ],
    [['gone', 'history', 'history', ...sideTools.slice(1)], sideTools],
    [sideTools.slice(1), sideTools],
  ])('kept as %j has every tool once, new ones beside those that they follow', (kept, whole) => {
    expect(wholeOrder(kept)).toEqual(whole);
  });

  it.each<[SideTool, number, readonly SideTool[]]>([
    ['history', 1, ['templates', 'dooray', 'history', 'customer', 'events', 'sms', 'chat']],
    ['history', 2, ['templates', 'dooray', 'customer', 'history', 'events', 'sms', 'chat']],
    ['events', 0, ['events', 'history', 'templates', 'dooray', 'customer', 'sms', 'chat']],
    ['history', 99, ['templates', 'dooray', 'customer', 'events', 'history', 'sms', 'chat']],
    ['history', -1, sideTools],
  ])('puts %s at place %i of those that are shown, and keeps the place of the others', (tool, to, order) => {
    const shown = (one: SideTool): boolean => ['history', 'templates', 'customer', 'events'].includes(one);
    expect(movedTool(sideTools, tool, to, shown)).toEqual(order);
  });

  it('has no tool that the service or the ticket has no use for', () => {
    const none = { dooray: false, customerInfo: false, sms: false, channel: 'mail' };
    expect(sideTools.filter((tool) => isOffered(tool, none))).toEqual(['history', 'templates', 'events']);
    const all = { dooray: true, customerInfo: true, sms: true, channel: 'chat' };
    expect(sideTools.filter((tool) => isOffered(tool, all))).toEqual(sideTools);
  });
});
