import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { inTreeOrder, pathOf } from '../../domain/tree.js';
import type { TriggerActionKind } from '../../domain/triggers.js';
import { priorities, type Priority } from '../../domain/types.js';
import { renderInput, renderRow, renderSelect, type FormView, type Option } from './form-view.js';
import { actionKinds, newAction, type ActionForm, type TriggerForm } from './trigger-form.js';

type Set = (change: Partial<ActionForm>) => void;

/** What the trigger does. */
export function renderActions(form: TriggerForm, view: FormView): TemplateResult {
  const words = view.source.more.triggerSettings;
  const set = (actions: readonly ActionForm[]): void => view.change({ actions });
  const problem = view.problems['actions'];
  return html`<section class="part" aria-labelledby="actions">
    <h4 id="actions">${words.results}</h4>
    ${form.actions.map((action, index) =>
      renderRow(
        words.action(index + 1),
        words.removeAction(index + 1),
        () => set(form.actions.toSpliced(index, 1)),
        renderAction(action, index, view, (change) => set(form.actions.with(index, { ...action, ...change }))),
      ),
    )}
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    <div>
      <button class="button add-action" type="button" @click=${() => set([...form.actions, newAction])}>
        ${icon('plus')}${words.addAction}
      </button>
    </div>
    <label class="check">
      <input
        type="checkbox"
        .checked=${form.last}
        @change=${(event: Event) => view.change({ last: (event.target as HTMLInputElement).checked })}
      />
      <span>${words.last}</span>
    </label>
  </section>`;
}

function renderAction(action: ActionForm, index: number, view: FormView, set: Set): TemplateResult {
  const { source } = view;
  const words = source.more.triggerSettings;
  const place = (field: string): string => `actions.${index}.${field}`;
  const kinds = actionKinds.map((kind) => ({ value: kind, label: words[`kind_${kind}`] }));
  const onKind = (value: string): void => set({ kind: value as TriggerActionKind });
  const kind = { label: words.kind, place: place('kind'), value: action.kind, view, onInput: onKind };
  return html`${renderSelect(kind, kinds)} ${renderValues(action, place, view, set)}`;
}

function renderValues(action: ActionForm, place: (field: string) => string, view: FormView, set: Set): TemplateResult {
  const { settings, texts, more } = view.source;
  const words = more.triggerSettings;
  const number = (value: string): number | null => (value ? Number(value) : null);
  const select = (field: string, label: string, value: string, options: readonly Option[], on: (v: string) => void) =>
    renderSelect({ label, place: place(field), value, view, onInput: on }, options, words.pick);
  const input = (field: 'to' | 'subject' | 'text' | 'url', label: string, lines = 1, hint?: string) =>
    renderInput(
      {
        label,
        place: place(field),
        value: action[field],
        view,
        hint,
        isWide: true,
        onInput: (value) => set({ [field]: value }),
      },
      lines,
    );
  const groups = (settings?.groups ?? []).map(({ groupId, name }) => ({ value: String(groupId), label: name }));
  const group = (): TemplateResult =>
    select('groupId', words.group, String(action.groupId ?? ''), groups, (value) =>
      set({ groupId: number(value), usercode: '' }),
    );
  switch (action.kind) {
    case 'agent': {
      const members = settings?.groups.find(({ groupId }) => groupId === action.groupId)?.agents ?? [];
      const agents = members
        .filter(({ assignable }) => assignable)
        .map(({ usercode, name }) => ({ value: usercode, label: name }));
      return html`${group()}
      ${select('usercode', words.agent, action.usercode, agents, (usercode) => set({ usercode }))}`;
    }
    case 'category': {
      const tree = settings?.categories ?? [];
      const types = inTreeOrder(tree).map(({ id }) => ({ value: String(id), label: pathOf(tree, id) ?? '' }));
      return select('categoryId', words.category, String(action.categoryId ?? ''), types, (value) =>
        set({ categoryId: number(value) }),
      );
    }
    case 'priority': {
      const all = [...priorities].reverse().map((value) => ({ value, label: texts.priority[value] }));
      const field = { label: words.priority, place: place('priority'), value: action.priority, view };
      return renderSelect({ ...field, onInput: (value) => set({ priority: value as Priority }) }, all);
    }
    case 'mail':
      return html`${input('to', words.to, 2, words.toHint)} ${input('subject', words.mailSubject)}
      ${input('text', words.mailText, 4)}`;
    case 'callback':
      return input('url', words.url, 1, words.urlHint);
    default:
      return group();
  }
}
