import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import type { Choice } from '../../base/choice.js';
import { choicesOf } from '../../base/search-choices.js';
import { fieldLabel, ownField, type SearchSource } from '../../base/search-source.js';
import { conditionKind } from '../../domain/fields.js';
import { noValue } from '../../domain/search.js';
import { triggerFacts, triggerTests, type TriggerFact, type TriggerTest } from '../../domain/triggers.js';
import { renderInput, renderRow, renderSelect, type FormView } from './form-view.js';
import { newCondition, type ConditionForm, type TriggerForm } from './trigger-form.js';

const chosen: readonly string[] = ['category', 'channel', 'priority', 'language'];

export function factLabel(fact: TriggerFact, source: SearchSource): string {
  const words = source.more.triggerSettings;
  if (fact === 'name') return words.customerName;
  const known = triggerFacts.find((one) => one === fact) as Exclude<(typeof triggerFacts)[number], 'name'> | undefined;
  if (known) return words[known];
  return ownField(fact, source.settings) ? fieldLabel(fact, source) : words.goneField({ code: fact.slice(2) });
}

/** The values that a fact can have; null where it is a text. */
function valuesOf(fact: TriggerFact, source: SearchSource): readonly Choice[] | null {
  if (chosen.includes(fact)) return choicesOf(fact, source).filter(({ value }) => value !== noValue);
  const own = ownField(fact, source.settings);
  const kind = own && conditionKind(own);
  const words = source.texts.ticketHistory;
  if (kind === 'flag') {
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ];
  }
  return kind === 'choice' ? (own?.options ?? []).map((value) => ({ value, label: value })) : null;
}

/** What must hold for the trigger to act. */
export function renderConditions(form: TriggerForm, view: FormView): TemplateResult {
  const words = view.source.more.triggerSettings;
  const set = (conditions: readonly ConditionForm[]): void => view.change({ conditions });
  const match = { place: 'match', label: words.match, value: form.match, view };
  return html`<section class="part" aria-labelledby="conditions">
    <h4 id="conditions">${words.conditions}</h4>
    ${
      form.conditions.length > 1
        ? renderSelect({ ...match, onInput: (value) => view.change({ match: value === 'any' ? 'any' : 'all' }) }, [
            { value: 'all', label: words.all },
            { value: 'any', label: words.any },
          ])
        : nothing
    }
    ${form.conditions.length === 0 ? html`<p class="hint">${words.noConditions}</p>` : nothing}
    ${form.conditions.map((condition, index) =>
      renderRow(
        words.condition(index + 1),
        words.removeCondition(index + 1),
        () => set(form.conditions.toSpliced(index, 1)),
        renderCondition(condition, index, view, (one) => set(form.conditions.with(index, one))),
      ),
    )}
    <div>
      <button class="button add-condition" type="button" @click=${() => set([...form.conditions, newCondition])}>
        ${icon('plus')}${words.addCondition}
      </button>
    </div>
  </section>`;
}

function renderCondition(
  condition: ConditionForm,
  index: number,
  view: FormView,
  set: (condition: ConditionForm) => void,
): TemplateResult {
  const { source } = view;
  const words = source.more.triggerSettings;
  const { fact, test, values } = condition;
  const choices = valuesOf(fact, source);
  const own = (source.settings?.fields ?? []).filter(conditionKind).map(({ code }) => `f.${code}` as const);
  const facts = [...triggerFacts, ...own].map((value) => ({ value, label: factLabel(value, source) }));
  const place = `conditions.${index}`;
  const onFact = (value: string): void => {
    const next = value as TriggerFact;
    const isText = valuesOf(next, source) === null;
    // Values of one list say nothing about another; words may go on.
    const stays = isText && choices === null;
    set({ fact: next, test: isText ? (stays ? test : 'contains') : 'is', values: stays ? values : [] });
  };
  const tests = choices === null ? triggerTests : (['is', 'is_not'] as const);
  const problem = view.problems[`${place}.values`] ?? '';
  return html`${renderSelect({ label: words.fact, place: `${place}.fact`, value: fact, view, onInput: onFact }, facts)}
  ${renderSelect(
    {
      label: words.test,
      place: `${place}.test`,
      value: test,
      view,
      onInput: (value) => set({ ...condition, test: value as TriggerTest }),
    },
    tests.map((value) => ({ value, label: words[value] })),
  )}
  ${
    choices === null
      ? renderInput(
          {
            label: words.values,
            place: `${place}.values`,
            value: values.join('\n'),
            view,
            hint: words.valueHint,
            onInput: (text) => set({ ...condition, values: text.split('\n') }),
          },
          2,
        )
      : html`<choice-picker
          .label=${words.values}
          .choices=${choices}
          .value=${values}
          .problem=${problem}
          @change=${(event: Event) => set({ ...condition, values: (event.target as HTMLElementTagNameMap['choice-picker']).value })}
        ></choice-picker>`
  }`;
}
