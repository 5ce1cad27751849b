// Floors of the policy: levels below which a level is warned of. They warn and set nothing.
import type { ChoicesView, FloorView, RiskLevel } from '../api/types';

/** The floors that a level lies below. A level that the policy does not know lies below none: it has a flag of its own. */
export function floorsAbove(floors: FloorView[], level: RiskLevel | '', choices: ChoicesView): FloorView[] {
  const rank = (of: RiskLevel) => choices.levels.findIndex((rule) => rule.level === of);
  return floors.filter((floor) => level !== '' && rank(floor.at_least) >= 0 && rank(level) > rank(floor.at_least));
}
