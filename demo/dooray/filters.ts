import { badRequest } from './answers.js';
import { workflowOf, type DoorayState, type Task } from './state.js';

const day = 24 * 3_600_000;

/** The first moment of the day in Seoul. */
const startOfDay = (at: number): number => Math.floor((at + 9 * 3_600_000) / day) * day - 9 * 3_600_000;

/** A period as the lists take it: `today`, `prev-7d`, or two times with `~` between them. */
function period(text: string, now: number): readonly [from: number, to: number] {
  const back = /^prev-(\d+)d$/.exec(text);
  if (back) return [startOfDay(now) - Number(back[1]) * day, now];
  if (text === 'today') return [startOfDay(now), startOfDay(now) + day];
  const [from = NaN, to = NaN] = text.split('~').map((one) => Date.parse(one));
  if (Number.isNaN(from) || Number.isNaN(to)) throw badRequest(`${text} is no period.`);
  return [from, to];
}

type Keep = (task: Task) => boolean;

function among(query: URLSearchParams, name: string, of: (task: Task) => readonly string[]): Keep {
  const wanted = query.get(name)?.split(',');
  return (task) => !wanted || of(task).some((one) => wanted.includes(one));
}

function within(query: URLSearchParams, name: string, of: (task: Task) => number, now: number): Keep {
  const text = query.get(name);
  if (text === null) return () => true;
  const [from, to] = period(text, now);
  // Times are told in whole seconds.
  return (task) => of(task) >= from - 999 && of(task) <= to;
}

const orders: Readonly<Record<string, (task: Task) => number>> = {
  createdAt: (task) => task.createdAt,
  postUpdatedAt: (task) => task.updatedAt,
  postDueAt: (task) => (task.dueDate === null ? Infinity : Date.parse(task.dueDate)),
};

/** The tasks of a project that a list asks for, in its order: the newest first unless told. */
export function filtered(state: DoorayState, tasks: readonly Task[], query: URLSearchParams, now: number): Task[] {
  const subjects = query.get('subjects');
  const keep: readonly Keep[] = [
    among(query, 'fromMemberIds', ({ from }) => (from.type === 'member' ? [from.memberId] : [])),
    among(query, 'toMemberIds', ({ to }) => to),
    among(query, 'ccMemberIds', ({ cc }) => cc),
    among(query, 'tagIds', ({ tagIds }) => tagIds),
    among(query, 'postNumber', ({ number }) => [String(number)]),
    among(query, 'postWorkflowClasses', (task) => [workflowOf(state, task).class]),
    among(query, 'postWorkflowIds', ({ workflowId }) => [workflowId]),
    (task) => subjects === null || task.subject.includes(subjects),
    within(query, 'createdAt', ({ createdAt }) => createdAt, now),
    within(query, 'updatedAt', ({ updatedAt }) => updatedAt, now),
  ];
  const order = query.get('order') ?? '-createdAt';
  const by = orders[order.replace(/^-/, '')];
  if (!by) throw badRequest(`${order} is no order.`);
  const sign = order.startsWith('-') ? -1 : 1;
  const found = tasks.filter((task) => keep.every((fits) => fits(task)));
  return found.sort((a, b) => sign * (by(a) - by(b) || a.number - b.number));
}
