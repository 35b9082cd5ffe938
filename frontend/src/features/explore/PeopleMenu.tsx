import type { Participant } from '../../api/client';
import { ParticipantsChoice } from '../../ui/ParticipantsChoice';
import type { Person } from './people';
import { MOST_PEOPLE } from './search';

interface Props {
  readonly everyone: readonly Participant[];
  readonly chosen: readonly Person[];
  readonly onChange: (ids: readonly number[]) => void;
}

/** Chooses the participants; those shown stand first, in the order of their hues. */
export function PeopleMenu({ everyone, chosen, onChange }: Props) {
  const hueOf = (id: number) => {
    const person = chosen.find((candidate) => candidate.id === id);
    return person && `var(--${person.colour})`;
  };
  return (
    <ParticipantsChoice
      everyone={everyone}
      chosen={chosen.map(({ id }) => id)}
      least={1}
      most={MOST_PEOPLE}
      label={`Participants (${chosen.length})`}
      hint="The first one’s clock is the axis’s."
      full={`${MOST_PEOPLE} are as many as can be told apart.`}
      hueOf={hueOf}
      noteOf={({ zone }) => zone}
      onChange={onChange}
    />
  );
}
