/**
 * Demands were paragraphs marked as such, in one list whose name stood in the front matter. They become entries of a
 * list of the project. References to letters said their code alone.
 */
import { isRecord, type Json } from './json.ts';
import type { Migration } from './migrate.ts';

type Fields = { readonly [key: string]: Json };

const LIST = 'demands';

/** Every value within `json`, from the inside out; the very value where nothing changes. */
function everywhere(json: Json, change: (record: Fields) => Fields): Json {
  if (Array.isArray(json)) {
    const changed = json.map((item) => everywhere(item, change));
    return changed.every((item, i) => item === json[i]) ? json : changed;
  }
  if (!isRecord(json)) return json;
  let changed: Fields = json;
  for (const [key, value] of Object.entries(json)) {
    const next = everywhere(value, change);
    if (next !== value) changed = { ...changed, [key]: next };
  }
  return change(changed);
}

function withEntry(record: Fields): Fields {
  if (record['type'] === 'paragraph' && 'demand' in record) {
    const { demand, ...rest } = record;
    return demand === true ? { ...rest, entry: LIST } : rest;
  }
  const { type, target } = record;
  const toLetter = type === 'cross-reference' && isRecord(target) && target['kind'] === 'letter';
  return toLetter ? { ...record, form: 'number' } : record;
}

/** The parts of a project that hold texts of the author's. */
const OWN = ['introduction', 'conclusion', 'sections'] as const;

export const demandsBecomeEntries: Migration = ({ project, letters }) => {
  if (!isRecord(project)) return { project, letters };
  const migrated: { [key: string]: Json } = { ...project };
  for (const key of OWN) {
    const own = project[key];
    if (own !== undefined) migrated[key] = everywhere(own, withEntry);
  }
  const front = project['front'];
  if (isRecord(front)) {
    const { demandsTitle, ...rest } = front;
    migrated['front'] = rest;
    if (typeof demandsTitle === 'string' && demandsTitle.trim() !== '')
      migrated['lists'] = [{ id: LIST, name: demandsTitle, label: '' }];
  }
  return { project: migrated, letters };
};
