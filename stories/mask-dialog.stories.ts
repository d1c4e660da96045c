import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { DeskError, type DeskErrorKind } from '../src/base/desk-error.js';
import { known } from '../src/base/known.js';
import type { MaskQuestion, UnmaskMode } from '../src/base/mask-question.js';
import '../src/elements/mask-dialog/define.js';
import type { MaskDialog } from '../src/elements/mask-dialog/mask-dialog.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { aTicket, now } from '../test/support/open-ticket.js';
import { maskedHub, type Masked } from './support/masked-ticket.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/mask-dialog', component: 'mask-dialog' };
export default meta;

interface Asked extends Omit<Showing, 'hub'>, Omit<Masked, 'language'> {
  readonly mode?: UnmaskMode;
  /** Why an original is not shown. */
  readonly refused?: DeskErrorKind;
  /** What the agent did after the dialog opened. */
  readonly after?: (dialog: MaskDialog) => void;
}

function question(hub: FakeHub, { mode = 'confirm', refused }: Asked): MaskQuestion {
  return {
    ticketId: aTicket().ticketId,
    maskId: 'mask-0',
    mode,
    find: () => {
      const entry = known(hub.tickets.$history.get())?.[0];
      const mask = entry?.masks[0];
      return entry && mask ? { entry, mask } : null;
    },
    focus: () => undefined,
    reveal: () => (refused ? Promise.reject(new DeskError(refused, 'story')) : new Promise(() => undefined)),
  };
}

const story = ({ permissions, capabilities, masks, after, ...asked }: Asked = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('mask-dialog', args, {
      height: '640px',
      ...asked,
      hub: (language) => maskedHub({ language, permissions, capabilities, masks }),
      then: async (element, hub) => {
        const dialog = element as MaskDialog;
        await dialog.show(question(hub, asked));
        after?.(dialog);
      },
    }),
});

function choose(index: number, reason = ''): (dialog: MaskDialog) => Promise<void> {
  return async (dialog) => {
    dialog.renderRoot.querySelectorAll<HTMLInputElement>('[name=way]')[index]?.click();
    await dialog.updateComplete;
    const field = dialog.renderRoot.querySelector<HTMLInputElement>('.words');
    if (!field) return;
    field.value = reason;
    field.dispatchEvent(new Event('input'));
    await dialog.updateComplete;
  };
}

const submit = (dialog: MaskDialog): void =>
  dialog.renderRoot.querySelector<HTMLButtonElement>('[type=submit]')?.click();

const sure = async (dialog: MaskDialog): Promise<void> => {
  await choose(2, '고객의 삭제 요청')(dialog);
  submit(dialog);
};

/** What the access log knows of the mask, as an auditor sees it. */
const past: Asked = {
  permissions: { audit: true },
  set: (hub) => {
    const who = { client: '10.20.0.14', ticketId: aTicket().ticketId, customer: null, data: { maskId: 'mask-0' } };
    hub.audit.ofMask = () =>
      Promise.resolve([
        { ...who, id: '3', at: now, usercode: 'agent3', name: '최유나', kind: 'mask_reveal_refused', reason: null },
        {
          ...who,
          id: '2',
          at: now - 6e5,
          usercode: 'agent2',
          name: '이상담',
          kind: 'mask_revealed',
          reason: '본인 확인',
        },
        { ...who, id: '1', at: now - 24e5, usercode: 'agent2', name: '이상담', kind: 'masked', reason: null },
      ]);
  },
  after: (dialog) => dialog.renderRoot.querySelector<HTMLButtonElement>('.field > .button')?.click(),
};

export const Everything = story();
export const History = story(past);
export const HistoryDark = story({ ...past, language: 'ja' }, { theme: 'dark' });
export const HistoryNarrow = story({ ...past, width: '320px' });
export const RevealOnly = story({ mode: 'reveal-only' });
export const UnmaskOnly = story({ permissions: { reveal: false, purge: false } });
export const OwnPurpose = story({
  after: (dialog) => {
    const select = dialog.renderRoot.querySelector('select');
    if (!select) return;
    select.value = 'own';
    select.dispatchEvent(new Event('change'));
    submit(dialog);
  },
});
export const Unmask = story({ after: choose(1, '주문번호를 전화번호로 잘못 마스킹함') });
export const ReasonMissing = story({ after: (dialog) => void choose(1)(dialog).then(() => submit(dialog)) });
export const Purge = story({ after: choose(2) });
export const PurgeForSure = story({ after: (dialog) => void sure(dialog) });
export const Running = story({ after: submit });
export const TooOften = story({ refused: 'busy', after: submit });
export const Gone = story({ masks: [{ state: 'purged' }] });
export const WithoutPermission = story({ permissions: { reveal: false, unmask: false, purge: false } });
export const WithoutSecurityService = story({ capabilities: { security: false } });
export const Dark = story({ after: choose(2) }, { theme: 'dark' });
export const Narrow = story({ width: '320px' });
export const RightToLeft = story({ rightToLeft: true });
export const Japanese = story({ language: 'ja', after: choose(1) });
export const English = story({ language: 'en', after: choose(1) });
