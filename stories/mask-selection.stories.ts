import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { DeskError, type DeskErrorKind } from '../src/base/desk-error.js';
import type { Language } from '../src/domain/types.js';
import '../src/elements/mask-selection/define.js';
import type { MaskSelection } from '../src/elements/mask-selection/mask-selection.js';
import '../src/elements/ticket-history/define.js';
import { MaskRequest } from '../src/events/requests.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { aTicket } from '../test/support/open-ticket.js';
import { inBox, withTask } from './support/open-ticket.js';
import {
  cardOutcome,
  cardRange,
  copyRange,
  takeSelection,
  maskedHistory,
  maskingHub,
  select,
  textMessageOutcome,
  type Rights,
} from './support/sample-masks.js';
import { ready } from './support/samples.js';
import { press, show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/mask-selection', component: 'mask-selection' };
export default meta;

interface Told extends Showing {
  readonly rights?: Rights;
}

const story = (told: Told = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('mask-selection', args, {
      hub: (language) => maskingHub(language, told.rights),
      height: '80px',
      ...told,
    }),
});

const dark = { theme: 'dark' };
const one =
  (language: Language = 'ko') =>
  (hub: FakeHub): void =>
    select(hub, cardRange(language));
const two = (hub: FakeHub): void => select(hub, cardRange(), copyRange());
const masked =
  (language: Language = 'ko') =>
  (hub: FakeHub): void => {
    hub.tickets.$history.set(ready(maskedHistory(language)));
    hub.masks.$outcome.set(cardOutcome(language));
  };
/** The agent masked, and was refused. */
const refused = (kind: DeskErrorKind, code?: string): Told => ({
  set: one(),
  height: '160px',
  then: (element, hub) => {
    const { ticketId } = aTicket();
    const error = new DeskError(kind, 'story', { content: { code } });
    (element as MaskSelection).mask();
    const [asked] = hub.asked(MaskRequest);
    if (asked) hub.work.$tasks.set([{ id: asked.id, ticketId, action: 'mask', state: 'failed', error }]);
  },
});
const openFound = (element: HTMLElement): Promise<void> => press(element, '.finds');
const openManner = (element: HTMLElement): Promise<void> => press(element, '[popovertarget=menu]');

export const NothingSelected = story();
export const Selected = story({ set: one() });
export const SeveralSelected = story({ set: two });
export const Running = story({ set: (hub) => void withTask(hub, 'mask') });
export const Kinds = story({ set: one(), height: '640px', then: openManner });
export const Findings = story({ height: '420px', then: openFound });
export const Masked = story({ set: masked(), height: '240px' });
export const MaskedEverywhere = story({
  set: (hub) => hub.masks.$outcome.set({ ...cardOutcome(), notReached: [], copies: [] }),
});
const textMessage = (hub: FakeHub): void => hub.masks.$outcome.set(textMessageOutcome());
export const TextMessageSent = story({ set: textMessage, height: '160px' });
export const TextMessageSentJapanese = story({ set: textMessage, language: 'ja', height: '160px' });
export const TextMessageSentEnglish = story({ set: textMessage, language: 'en', height: '160px' });
export const Changed = story(refused('conflict'));
export const Overlapping = story(refused('conflict', 'mask_overlap'));
export const SwitchedOff = story(refused('denied', 'security_off'));
export const Unreachable = story(refused('offline'));
export const Busy = story(refused('busy'));
export const WithoutSecurity = story({ rights: { security: false } });
export const WithoutSecuritySaid = story({ rights: { security: false, unavailable: 'disable' } });
export const WithoutPermission = story({ rights: { mask: false } });
export const WithoutPermissionHidden = story({ rights: { mask: false, unavailable: 'hide' } });
export const Dark = story({ set: masked(), height: '240px' }, dark);
export const DarkFindings = story({ height: '420px', then: openFound }, dark);
export const Narrow = story({ set: masked(), width: '320px', height: '300px' });
export const NarrowFindings = story({ width: '320px', height: '520px', then: openFound });
export const RightToLeft = story({ set: masked(), rightToLeft: true, height: '240px' });
export const Japanese = story({ set: masked('ja'), language: 'ja', height: '240px' });
export const JapaneseFindings = story({ language: 'ja', height: '420px', then: openFound });
export const English = story({ set: masked('en'), language: 'en', height: '240px' });
export const EnglishFindings = story({ language: 'en', height: '420px', then: openFound });

const both = (): TemplateResult =>
  html`<mask-selection></mask-selection><ticket-history .style=${'block-size: 400px'}></ticket-history>`;

/** Drag over words: the icon comes to them. */
export const BesideTheHistory: StoryObj = {
  render: () => {
    const hub = maskingHub();
    return html`<div @desk-mask-select-request=${(event: Event) => takeSelection(event, hub)}>
      ${inBox({ hub }, both())}
    </div>`;
  },
};

/** What the database holds beside what the agent sees. */
export const StoredRow: StoryObj = {
  render: () => {
    const hub = maskingHub();
    masked()(hub);
    const row = maskedHistory()[0];
    const shown = row && {
      id: row.id,
      body_version: row.bodyVersion,
      html: row.html,
      text: row.text,
      masks: row.masks,
    };
    return html`<div .style=${'display: grid; grid-template-columns: 1fr 1fr; gap: 16px'}>
      ${inBox({ hub }, both())}
      <pre .style=${'overflow: auto; font-size: 12px'} tabindex="0" aria-label="messages, one row">
${JSON.stringify(shown, null, 2)}</pre>
    </div>`;
  },
};
