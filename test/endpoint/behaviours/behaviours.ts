import type { Behaviour } from './behaviour';
import { EXCHANGES } from './exchanges';
import { FILTERS } from './filters';
import { GATEWAYS } from './gateways';
import { LIMITS } from './limits';
import { LOCAL_SERVERS } from './local-servers';
import { TRANSPORTS } from './transports';
import { VENDORS } from './vendors';

const behaviours = {
  ...EXCHANGES,
  ...FILTERS,
  ...GATEWAYS,
  ...LOCAL_SERVERS,
  ...VENDORS,
  ...TRANSPORTS,
  ...LIMITS,
};

export type BehaviourName = keyof typeof behaviours;

export const BEHAVIOURS: Readonly<Record<BehaviourName, Behaviour>> = behaviours;
