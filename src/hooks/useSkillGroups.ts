'use client';
import { useEffect, useState } from 'react';

import { ignore } from '../sdk/isolate.js';
import { callSdk } from '../sdk/reply.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { useSdk } from './useSdk.js';

/** A skill group, as the SDK names it. Its id is a text here, and a number in the cloud API. */
export interface TCCCSkillGroup {
  readonly skillGroupId: string;
  readonly skillGroupName: string;
}

/**
 * The skill groups, where the SDK has `Admin.getSkillGroups`, which only its oldest API documents. Ask your
 * backend where it has not.
 *
 * @returns `null` while they are not known, and where the SDK cannot tell.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const groups = useSkillGroups();
 * return groups?.map(({ skillGroupId, skillGroupName }) => <option key={skillGroupId}>{skillGroupName}</option>);
 */
export function useSkillGroups(): readonly TCCCSkillGroup[] | null {
  const sdk = useSdk('useSkillGroups');
  const [known, setKnown] = useState<{ sdk: TCCCSdk | null; groups: readonly TCCCSkillGroup[] }>();

  // Ask once for each SDK.
  useEffect(() => {
    let wanted = true;
    callSdk(() => sdk?.Admin?.getSkillGroups?.()).then((groups) => {
      if (wanted && Array.isArray(groups)) setKnown({ sdk, groups: groups as TCCCSkillGroup[] });
    }, ignore);
    return () => {
      wanted = false;
    };
  }, [sdk]);

  return known?.sdk === sdk ? known.groups : null;
}
