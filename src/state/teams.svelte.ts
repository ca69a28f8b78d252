/** Owns what each team or mentor sees to, of the households looked at. */
import { recordsOf } from '../model/records.ts';
import { teams, type TeamRow, type TeamSide } from '../queries/teams.ts';
import { Asked, type Looked } from './asked.svelte.ts';

export const askedTeams = (looked: () => Looked, side: () => TeamSide): Asked<TeamSide, readonly TeamRow[]> =>
  new Asked(looked, side, async (session, subject, of, signal) =>
    recordsOf(await session.ask<TeamRow>(teams(subject, of), signal)),
  );
